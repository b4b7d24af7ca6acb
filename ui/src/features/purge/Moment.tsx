import type { ReactNode } from 'react';
import styles from './purge.module.css';

/** A time in words, and exactly. */
export function Moment({
  first,
  second,
  isSoon = false,
}: {
  first: string;
  second: string;
  isSoon?: boolean;
}): ReactNode {
  return (
    <>
      <span className={styles.first} data-soon={isSoon || undefined}>
        {first}
      </span>
      <span className={styles.second}>{second}</span>
    </>
  );
}
