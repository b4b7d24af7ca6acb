import type { ReactNode } from 'react';
import styles from './Badge.module.css';
import { Icon, type IconName } from './Icon';

export interface BadgeProps {
  readonly tone?: 'neutral' | 'accent' | 'info' | 'observe' | 'error' | 'success';
  /** Before the word, for what must be seen at a glance. */
  readonly icon?: IconName;
  readonly children: ReactNode;
}

/** A word about a thing: its state or its kind. The word carries the meaning, the colour follows. */
export function Badge({ tone = 'neutral', icon, children }: BadgeProps): ReactNode {
  return (
    <span className={styles.badge} data-tone={tone}>
      {icon && <Icon name={icon} size={16} />}
      {children}
    </span>
  );
}
