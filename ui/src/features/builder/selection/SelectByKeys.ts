import type { RefObject } from 'react';
import { useReorder } from '../../../reorder/context';
import { useKeys } from '../useShortcuts';
import { goToBar } from './SelectionBar';
import type { Selection } from './selection';
import { spotOf } from './spot';

export interface SelectByKeysProps {
  readonly area: RefObject<HTMLElement | null>;
  readonly selection: Selection;
  /** Also says whether focus was in the bar, which goes. */
  readonly onClear: (isInBar: boolean) => void;
}

/**
 * Ctrl+A on a card selects all; on a card's own box Shift and Space select up to it, and Enter goes to the bar; Escape lets go.
 * Stands inside `Reorder`: what is carried has the keys.
 */
export function SelectByKeys({ area, selection, onClear }: SelectByKeysProps): null {
  const { air } = useReorder();
  useKeys((event, target) => {
    if (air.now().lifted !== null) return;
    const take = (act: () => void): void => {
      event.preventDefault();
      event.stopPropagation();
      act();
    };
    const isAnySelected = selection.selected().ids.size > 0;
    const box = target.closest('[data-select]')?.getAttribute('data-select');
    const isAll = (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey && event.key === 'a';
    if (box && event.key === ' ' && event.shiftKey) take(() => selection.extendTo(box));
    else if (box && event.key === 'Enter' && isAnySelected) take(goToBar);
    else if (isAll && spotOf(area.current, target)?.at === 'item') take(() => selection.all());
    else if (event.key === 'Escape' && isAnySelected && isHere(area.current, target))
      onClear(target.closest('[data-bar]') !== null);
  });
  return null;
}

/** Escape lets go from a field as well, which has no use for it. */
function isHere(area: Element | null, target: Element): boolean {
  return target === document.body || (area?.contains(target) ?? false);
}
