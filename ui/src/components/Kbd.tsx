import type { ReactNode } from 'react';
import styles from './Kbd.module.css';

/** A shortcut, key by key: `<Kbd keys={['Ctrl', 'S']} />`. */
export function Kbd({ keys }: { keys: readonly string[] }): ReactNode {
  return (
    <kbd className={styles.keys}>
      {keys.map((key, at) => (
        <span key={key}>
          {at > 0 && <span className={styles.plus}>+</span>}
          <kbd className={styles.key}>{key}</kbd>
        </span>
      ))}
    </kbd>
  );
}
