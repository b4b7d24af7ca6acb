import type { ReactNode } from 'react';
import styles from './Emblem.module.css';

/** The budkavle: the staff that went from farm to farm, with its notches. Stands on the colour of the side. */
export function Emblem({ size = 40 }: { size?: number }): ReactNode {
  return (
    <svg
      className={styles.emblem}
      viewBox="0 0 40 40"
      width={size}
      height={size}
      aria-hidden="true"
      focusable="false"
    >
      <g transform="rotate(38 20 20)">
        <rect x="15.5" y="2" width="9" height="36" rx="3" fill="currentColor" />
        <path d="M15.5 10h5M15.5 15h5M24.5 22h-5M15.5 29h5" stroke="var(--nav)" strokeWidth="2" />
      </g>
    </svg>
  );
}
