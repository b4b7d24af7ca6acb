import type { ReactNode } from 'react';
import { cx } from './cx';
import { Icon, type IconName } from './Icon';
import styles from './Link.module.css';

export interface LinkProps {
  readonly href: string;
  /** `button` for a link that stands where a button would, as the way into a task. */
  readonly look?: 'text' | 'button' | 'quiet';
  readonly icon?: IconName;
  readonly children: ReactNode;
}

/** Goes somewhere. What does something is a `Button`. */
export function Link({ href, look = 'text', icon, children }: LinkProps): ReactNode {
  return (
    <a href={href} className={cx(styles.link, styles[look])}>
      {icon && <Icon name={icon} />}
      {children}
    </a>
  );
}
