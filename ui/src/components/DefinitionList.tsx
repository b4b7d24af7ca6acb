import type { ReactNode } from 'react';
import styles from './DefinitionList.module.css';

export interface Definition {
  readonly term: string;
  readonly value: ReactNode;
}

/** Facts about one thing: the term and its value, side by side where there is room. */
export function DefinitionList({ items }: { items: readonly Definition[] }): ReactNode {
  return (
    <dl className={styles.list}>
      {items.map((item) => (
        <div key={item.term} className={styles.item}>
          <dt>{item.term}</dt>
          <dd>{item.value}</dd>
        </div>
      ))}
    </dl>
  );
}
