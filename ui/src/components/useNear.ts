import { useCallback, useLayoutEffect, useRef, useState } from 'react';
import { focusField } from './ErrorSummary';

/** How far outside what is seen, in CSS pixels, things are drawn: further than one turn of a wheel or one key reaches. */
const MARGIN = 1_200;

/** Something long of which only what is near the eye is drawn. */
export interface Near {
  /** Whether it is to be drawn; otherwise something small stands in its place. */
  readonly isNear: boolean;
  /** Of the element that keeps its place, and its height while it is not drawn. */
  readonly ref: (element: HTMLElement | null) => void;
}

/**
 * Tells whether a part of a long list is near what is seen. What has focus stays drawn wherever it is, and what takes focus is drawn; what
 * was drawn once keeps its height when it goes. `scroller` is what scrolls, when it is not the page. All is near where it is not
 * asked for, and where there is nothing to watch with.
 */
export function useNear(estimate: number, scroller: Element | null = null, isAsked = true): Near {
  const isWatched = isAsked && typeof IntersectionObserver !== 'undefined';
  const [isNear, setNear] = useState(!isWatched);
  const height = useRef(estimate);
  const element = useRef<HTMLElement | null>(null);
  const unwatch = useRef<(() => void) | null>(null);

  const ref = useCallback(
    (found: HTMLElement | null) => {
      unwatch.current?.();
      unwatch.current = null;
      element.current = found;
      if (!found || !isWatched) return;
      const unseen = watch(found, scroller, (entry) => {
        if (entry.isIntersecting) setNear(true);
        else if (!found.contains(document.activeElement)) {
          if (entry.boundingClientRect.height > 0) height.current = entry.boundingClientRect.height;
          setNear(false);
        }
      });
      // What stands in its place has the ids of its fields: focus goes on to the field once it is there.
      const onFocus = ({ target }: FocusEvent): void => {
        const id = target instanceof HTMLElement && target.matches('[tabindex="-1"]') ? target.id : '';
        if (id === '') return;
        setNear(true);
        requestAnimationFrame(() => focusField(id));
      };
      found.addEventListener('focusin', onFocus);
      unwatch.current = () => {
        unseen();
        found.removeEventListener('focusin', onFocus);
      };
    },
    [scroller, isWatched],
  );

  useLayoutEffect(() => {
    const style = element.current?.style;
    if (!style || !isWatched) return;
    style.minBlockSize = isNear ? '' : `${height.current}px`;
    // What stands in the place of something far is not laid out either.
    style.contentVisibility = isNear ? '' : 'auto';
  }, [isNear, isWatched]);

  // Not every webview keeps still what is seen when something above it gets another height.
  useLayoutEffect(() => {
    const place = element.current;
    if (!isNear || !isWatched || !place || CSS.supports('overflow-anchor', 'auto')) return;
    const { top, height: now } = place.getBoundingClientRect();
    const seenFrom = scroller?.getBoundingClientRect().top ?? 0;
    if (top + height.current < seenFrom)
      (scroller ?? window).scrollBy({ top: now - height.current, behavior: 'instant' });
  }, [isNear, isWatched, scroller]);

  return { isNear, ref };
}

type Seen = (entry: IntersectionObserverEntry) => void;

/** One observer for each thing that scrolls: hundreds of parts share it. */
const watchers = new WeakMap<Element, { observer: IntersectionObserver; seen: Map<Element, Seen> }>();

function watch(element: Element, scroller: Element | null, seen: Seen): () => void {
  const key = scroller ?? document.documentElement;
  let watcher = watchers.get(key);
  if (!watcher) {
    const all = new Map<Element, Seen>();
    const observer = new IntersectionObserver(
      (entries) => {
        for (const entry of entries) all.get(entry.target)?.(entry);
      },
      { root: scroller, rootMargin: `${MARGIN}px 0px` },
    );
    watcher = { observer, seen: all };
    watchers.set(key, watcher);
  }
  const { observer, seen: all } = watcher;
  all.set(element, seen);
  observer.observe(element);
  return () => {
    all.delete(element);
    observer.unobserve(element);
  };
}
