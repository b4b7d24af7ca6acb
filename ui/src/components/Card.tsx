import type { ReactNode } from 'react';
import styles from './Card.module.css';

export interface CardProps {
  readonly title?: ReactNode;
  /** The heading's level under the page's own. */
  readonly level?: 2 | 3;
  readonly actions?: ReactNode;
  readonly children: ReactNode;
}

/** Things that belong together, on a ground of their own. */
export function Card({ title, level = 2, actions, children }: CardProps): ReactNode {
  const Heading = level === 2 ? 'h2' : 'h3';
  return (
    <div className={styles.card}>
      {(title !== undefined || actions !== undefined) && (
        <div className={styles.head}>
          {title !== undefined && <Heading>{title}</Heading>}
          {actions}
        </div>
      )}
      {children}
    </div>
  );
}
