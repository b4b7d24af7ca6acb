import type { ReactNode } from 'react';
import { Icon } from '../components/Icon';
import { t } from '../i18n/sv';
import styles from './staff.module.css';

/** What must be known of everything on the page: that it is made up, or that it is not kept. */
export function DataNotice({ example, inMemory }: { example: boolean; inMemory: boolean }): ReactNode {
  if (!example && !inMemory) return null;
  return (
    <section className={styles.notice} aria-label={t.staff.aboutData}>
      {example && <Mark word={t.common.example} help={t.staff.exampleHelp} />}
      {inMemory && <Mark word={t.common.notSaved} help={t.staff.notSavedHelp} />}
    </section>
  );
}

function Mark({ word, help }: { word: string; help: string }): ReactNode {
  return (
    <p className={styles.mark}>
      <Icon name="observe" size={16} />
      <span>
        <strong>{word}.</strong> {help}
      </span>
    </p>
  );
}
