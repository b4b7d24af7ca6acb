import { type RefObject, useEffect, useEffectEvent } from 'react';
import { type Edit, editOfKey } from './view';

/** How far an arrow moves the page, in CSS pixels. */
const STEP = 60;
/** Keys that a field with text has its own use for. */
const ofFields = /^(Arrow|Home|End|Page)/;

export interface Keyed {
  readonly stage: RefObject<HTMLElement | null>;
  readonly layer: RefObject<HTMLElement | null>;
  /** Another dialog lies in front. */
  readonly isAsleep: boolean;
  readonly onEdit: (edit: Edit) => void;
  readonly onInsert: () => void;
  readonly onKeep: () => void;
}

/** The keys work wherever focus is in the dialog; nothing lies behind it that could want them. */
export function useKeys({ stage, layer, isAsleep, onEdit, onInsert, onKeep }: Keyed): void {
  const press = useEffectEvent((event: KeyboardEvent) => {
    if (isAsleep || event.defaultPrevented || event.altKey) return;
    const { target } = event;
    const isInField = target instanceof HTMLTextAreaElement;
    if (event.ctrlKey || event.metaKey) {
      if (event.key.toLowerCase() !== 'a' || isInField || !layer.current) return;
      document.getSelection()?.selectAllChildren(layer.current);
      event.preventDefault();
      return;
    }
    if (isInField && ofFields.test(event.key)) return;
    if (act(event.key, target)) event.preventDefault();
  });
  const act = (key: string, target: EventTarget | null): boolean => {
    const edit = editOfKey(key);
    if (edit) onEdit(edit);
    else if (key === 'i' || key === 'I') onInsert();
    else if (key === 's' || key === 'S') onKeep();
    else return pan(stage.current, key, target);
    return true;
  };
  useEffect(() => {
    const listener = (event: KeyboardEvent): void => press(event);
    document.addEventListener('keydown', listener);
    return () => document.removeEventListener('keydown', listener);
  }, []);
}

/** Moves the page, unless focus is on it, when the browser does so itself, or where arrows choose something. */
function pan(stage: HTMLElement | null, key: string, target: EventTarget | null): boolean {
  const move = directions[key];
  if (!move || !stage || target === stage) return false;
  if (target instanceof Element && target.closest('[role="toolbar"], [role="listbox"]')) return false;
  stage.scrollBy({ left: move[0] * STEP, top: move[1] * STEP });
  return true;
}

const directions: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

/** Ctrl and the wheel change the size of the page rather than of the whole window. */
export function useWheel(stage: RefObject<HTMLElement | null>, onEdit: (edit: Edit) => void): void {
  const turn = useEffectEvent((event: WheelEvent) => {
    if (!event.ctrlKey) return;
    event.preventDefault();
    onEdit({ edit: event.deltaY < 0 ? 'larger' : 'smaller' });
  });
  useEffect(() => {
    const element = stage.current;
    const listener = (event: WheelEvent): void => turn(event);
    // Not passive, or the window would be enlarged as well.
    element?.addEventListener('wheel', listener, { passive: false });
    return () => element?.removeEventListener('wheel', listener);
  }, [stage]);
}
