import { type RefObject, useEffect, useRef } from 'react';

/** When a thing is gone its buttons are too: the one that had focus leaves it to the thing's name. */
export function useFocusWhenGone<E extends HTMLElement>(isGone: boolean): RefObject<E | null> {
  const element = useRef<E>(null);
  const wasGone = useRef(isGone);
  useEffect(() => {
    const isNews = isGone && !wasGone.current;
    wasGone.current = isGone;
    const { activeElement } = document;
    if (isNews && (activeElement === null || activeElement === document.body)) element.current?.focus();
  }, [isGone]);
  return element;
}

/** For a promise whose refusal the dialog shows from the act itself. */
export function shownInDialog(): void {}
