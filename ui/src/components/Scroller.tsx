import type { ReactNode, Ref } from 'react';

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
