import type { ReactNode } from 'react';
import styles from './Badge.module.css';

export interface BadgeProps {
  readonly tone?: 'neutral' | 'accent' | 'info' | 'observe' | 'error' | 'success';
  readonly children: ReactNode;
}

/** A word about a thing: its state or its kind. The word carries the meaning, the colour follows. */
export function Badge({ tone = 'neutral', children }: BadgeProps): ReactNode {
  return (
    <span className={styles.badge} data-tone={tone}>
      {children}
    </span>
  );
}
