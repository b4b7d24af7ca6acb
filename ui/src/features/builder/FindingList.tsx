import type { ReactNode } from 'react';
import { Button } from '../../components/Button';
import { focusField } from '../../components/ErrorSummary';
import styles from './FindingList.module.css';
import type { Finding } from './problems';

/** What was found: each leads to where it is righted, and says why. */
export function FindingList({ findings }: { findings: readonly Finding[] }): ReactNode {
  return (
    <ul className={styles.list}>
      {findings.map(({ field, text, why }) => (
        <li key={`${field} ${text}`}>
          <Button tone="quiet" size="small" onPress={() => focusField(field)}>
            {text}
          </Button>
          <span className={styles.why}>{why}</span>
        </li>
      ))}
    </ul>
  );
}
