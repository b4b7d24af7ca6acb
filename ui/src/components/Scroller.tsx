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

export interface SidewaysProps {
  readonly label: string;
  readonly className?: string | undefined;
  readonly children: ReactNode;
}

/** What scrolls sideways where there is no room for all of it, as in a small window: only then is it a stop for the keyboard. */
export function Sideways({ label, className, children }: SidewaysProps): ReactNode {
  const [isWider, setWider] = useState(false);
  const ref = useCallback((element: HTMLElement | null) => {
    if (!element || typeof ResizeObserver === 'undefined') return;
    const observer = new ResizeObserver(() => setWider(element.scrollWidth > element.clientWidth));
    for (const one of [element, ...element.children]) observer.observe(one);
    return () => observer.disconnect();
  }, []);
  const stop = isWider ? { role: 'region', 'aria-label': label, tabIndex: REACHABLE } : {};
  return (
    <div ref={ref} className={className} {...stop}>
      {children}
    </div>
  );
}
