import { type RefObject, useLayoutEffect, useRef } from 'react';

/**
 * Keeps what is being read where it is when rows come in above it. Browsers that anchor scrolling themselves are left to it;
 * WebKit, in which the program's window is drawn, does not.
 */
export function useSteadyScroll(list: RefObject<HTMLElement | null>, firstRow: string | undefined): void {
  const last = useRef<{ readonly row: string; readonly height: number } | null>(null);
  useLayoutEffect(() => {
    const element = list.current;
    if (!element || firstRow === undefined) return;
    const height = element.getBoundingClientRect().height;
    const before = last.current;
    last.current = { row: firstRow, height };
    const isBelowTop = element.getBoundingClientRect().top < 0;
    if (!before || before.row === firstRow || !isBelowTop || CSS.supports('overflow-anchor', 'auto')) return;
    window.scrollBy(0, height - before.height);
  });
}
