import type { ReactNode, RefObject } from 'react';
import { TextArea, TextField } from 'react-aria-components';
import type { PageWords as Words } from '../../../bindings';
import { Spinner } from '../../../components/Progress';
import { t } from '../../../i18n/sv';
import styles from './Preview.module.css';

export interface PageWordsProps {
  readonly id: string;
  readonly field: RefObject<HTMLTextAreaElement | null>;
  /** `null` while they are on their way. */
  readonly words: Words | null;
}

/** The page's words in plain order. A field that cannot be written in, so that the keyboard alone can select in it. */
export function PageWords({ id, field, words }: PageWordsProps): ReactNode {
  const text = words?.lines.map((line) => line.text).join('\n') ?? '';
  return (
    <section id={id} aria-label={t.cases.preview.text} className={styles.words}>
      <h3>{t.cases.preview.text}</h3>
      {!words && <Spinner label={t.cases.preview.readingText} />}
      {words && text.trim() === '' && <p className={styles.soft}>{t.cases.preview.noText}</p>}
      {text.trim() !== '' && (
        <TextField aria-label={t.cases.preview.text} isReadOnly value={text} className={styles.field ?? ''}>
          <p className={styles.soft}>{t.cases.preview.textHelp}</p>
          <TextArea ref={field} className={styles.text ?? ''} spellCheck="false" />
        </TextField>
      )}
    </section>
  );
}
