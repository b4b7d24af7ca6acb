import { useEffect } from 'react';
import { useReorder } from '../../reorder/context';

/** Keys pressed in a dialog or in the preview's own fields are theirs. */
export const elsewhere = '[role="dialog"], [role="alertdialog"], [data-preview]';

/** Calls back for every key pressed on the page, before any field takes it. */
export function useKeys(onKey: (event: KeyboardEvent, target: Element) => void): void {
  useEffect(() => {
    const listen = (event: KeyboardEvent): void => {
      if (event.isComposing || !(event.target instanceof Element) || event.target.closest(elsewhere)) return;
      onKey(event, event.target);
    };
    document.addEventListener('keydown', listen, { capture: true });
    return () => document.removeEventListener('keydown', listen, { capture: true });
  }, [onKey]);
}

/** Ctrl+Z, and Ctrl+Shift+Z or Ctrl+Y: also inside a text field, whose own undo would know only itself. */
export function useUndoKeys(undo: () => void, redo: () => void): void {
  useKeys((event) => {
    if (!(event.ctrlKey || event.metaKey) || event.altKey) return;
    const key = event.key.toLowerCase();
    if (key !== 'z' && key !== 'y') return;
    event.preventDefault();
    if (key === 'y' || event.shiftKey) redo();
    else undo();
  });
}

/** Alt+↑ and Alt+↓ move the thing one is in. Stands inside `Reorder`; each thing says its id in `data-thing`. */
export function MoveByKeys(): null {
  const { items, step } = useReorder();
  useKeys((event, target) => {
    if (!event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return;
    const thing = target.closest('[data-thing]')?.getAttribute('data-thing');
    if (!thing || !items().some(({ id }) => id === thing)) return;
    event.preventDefault();
    step(thing, event.key === 'ArrowUp' ? -1 : 1);
  });
  return null;
}
