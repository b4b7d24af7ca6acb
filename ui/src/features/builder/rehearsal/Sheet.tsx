import type { ReactNode } from 'react';
import type { Look } from '../../../design/looks';
import { t } from '../../../i18n/sv';
import styles from './Rehearsal.module.css';

/** The screen that the message is shown as on. */
export interface Screen {
  /** How wide: `phone`, `tablet` or `desktop`. */
  readonly size: string;
  /** How much it is enlarged: `z100`, `z200` or `z400`. At the last a whole desktop holds as much as a phone. */
  readonly zoom: string;
  /** How the computer is set; `own` as this one is. */
  readonly look: Look | 'own';
}

export interface SheetProps {
  readonly screen: Screen;
  readonly children: ReactNode;
}

/** What scrolls by itself takes focus, so that the arrows can scroll it (WCAG 2.2, SC 2.1.1). */
const scrollable = { tabIndex: 0 } as const;

/** The citizen's screen: as wide as theirs, and as large. */
export function Sheet({ screen, children }: SheetProps): ReactNode {
  const { size, zoom, look } = screen;
  return (
    <section className={styles.screen} aria-label={t.rehearsal.sheet} {...scrollable}>
      <div
        className={styles.sheet}
        data-size={size}
        data-zoom={zoom}
        data-look={look === 'own' ? undefined : look}
      >
        {children}
      </div>
    </section>
  );
}
