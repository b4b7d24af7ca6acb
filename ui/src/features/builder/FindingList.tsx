import type { ReactNode } from 'react';
import { Button } from '../../components/Button';
import { focusField } from '../../components/ErrorSummary';
import styles from './FindingList.module.css';
import type { FindingText } from './problems';
import type { OnFix } from './useFix';

export interface FindingListProps {
  /** What the list is called for who listens. */
  readonly label: string;
  readonly findings: readonly FindingText[];
  readonly onFix: OnFix;
}

/** What was found: each leads to where it is righted, says why, and is righted in one press where that is possible. */
export function FindingList({ label, findings, onFix }: FindingListProps): ReactNode {
  return (
    <ul className={styles.list} aria-label={label}>
      {findings.map(({ field, text, why, fix }) => (
        <li key={`${field} ${text}`}>
          <Button tone="quiet" size="small" onPress={() => focusField(field)}>
            {text}
          </Button>
          <span className={styles.why}>{why}</span>
          {fix && (
            <Button size="small" icon="check" onPress={(event) => onFix(fix, event.target)}>
              {fix.label}
            </Button>
          )}
        </li>
      ))}
    </ul>
  );
}
