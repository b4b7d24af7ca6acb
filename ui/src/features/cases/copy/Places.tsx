import type { ReactNode } from 'react';
import type { CopyRules } from '../../../bindings';
import { t } from '../../../i18n/sv';
import styles from './copy.module.css';

/** Where copies may lie, and who decides it. */
export function Places({ rules }: { rules: CopyRules }): ReactNode {
  const words = t.cases.copy;
  return (
    <div className={styles.places}>
      <p>{(rules.foldersGoverned ? words.governed : words.allowed)(rules.folders.length)}</p>
      <ul>
        {rules.folders.map((folder) => (
          <li key={folder}>
            <bdi>{folder}</bdi>
          </li>
        ))}
      </ul>
    </div>
  );
}
