import { type ReactNode, type Ref, useCallback, useState } from 'react';

/** What scrolls must be reachable by Tab to be scrolled by the keyboard; not every engine makes it so by itself. */
const REACHABLE = 0;

export interface ScrollerProps {
  readonly ref?: Ref<HTMLElement>;
  readonly id?: string;
  /** What is in it, for those who come to it by keyboard. */
  readonly label: string;
  readonly className?: string | undefined;
  readonly children: ReactNode;
}

/** A part of the page with scrolling of its own. */
export function Scroller({ ref, id, label, className, children }: ScrollerProps): ReactNode {
  return (
    <section ref={ref} id={id} aria-label={label} tabIndex={REACHABLE} className={className}>
      {children}
    </section>
  );
}

/** What the keyboard comes to by itself; what scrolls is scrolled along with it. */
const STOPS = 'a[href], button, input, select, textarea, [tabindex]';

/** What makes a stop of what scrolls; nothing while it does not, or while the keyboard comes to something in it anyway. */
export interface ScrollStop {
  readonly ref: (element: HTMLElement | null) => (() => void) | undefined;
  readonly role?: 'region';
  readonly 'aria-label'?: string;
  readonly tabIndex?: number;
}

/** For what scrolls only where there is no room for all of it, as in a small window (WCAG 2.2, SC 2.1.1). */
export function useScrollStop(label: string | undefined): ScrollStop {
  const [isStop, setStop] = useState(false);
  const ref = useCallback((element: HTMLElement | null) => {
    if (!element || typeof ResizeObserver === 'undefined') return;
    const look = (): void => {
      const { scrollWidth, clientWidth, scrollHeight, clientHeight } = element;
      const scrolls = scrollWidth > clientWidth || scrollHeight > clientHeight;
      setStop(scrolls && element.querySelector(STOPS) === null);
    };
    const observer = new ResizeObserver(look);
    for (const one of [element, ...element.children]) observer.observe(one);
    return () => observer.disconnect();
  }, []);
  return {
    ref,
    ...(isStop ? { role: 'region', tabIndex: REACHABLE } : {}),
    ...(isStop && label ? { 'aria-label': label } : {}),
  };
}
