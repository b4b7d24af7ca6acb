import type { ReactNode } from 'react';
import { Answered } from '../../../components/Answered';
import { Scroller } from '../../../components/Scroller';
import { t } from '../../../i18n/sv';
import { useCommand } from '../../../query/useCommand';
import styles from './Preview.module.css';

/** The page's words, for listening and for selecting: text and nothing else. */
export function PageWords({ id, ticket, page }: { id: string; ticket: string; page: number }): ReactNode {
  const asked = useCommand('page_text', { ticket, page }, { isFresh: true });
  return (
    <Scroller id={id} label={t.cases.preview.text} className={styles.words}>
      <h3>{t.cases.preview.text}</h3>
      <Answered asked={asked} waiting={t.cases.preview.readingText}>
        {(text) =>
          text.trim() === '' ? (
            <p className={styles.soft}>{t.cases.preview.noText}</p>
          ) : (
            <div className={styles.text}>{text}</div>
          )
        }
      </Answered>
    </Scroller>
  );
}
