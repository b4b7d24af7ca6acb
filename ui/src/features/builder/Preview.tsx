import { memo, type ReactNode, useMemo, useState } from 'react';
import type { Language, TemplateContent, Unit } from '../../bindings';
import { Button } from '../../components/Button';
import { Spinner } from '../../components/Progress';
import { LetterPreview } from '../../form';
import { t } from '../../i18n/sv';
import { messageOf, national } from './message';
import styles from './Preview.module.css';

export interface PreviewProps {
  readonly content: TemplateContent;
  readonly unit: Unit | undefined;
  /** Opens the test, where there is one. */
  readonly onTry?: () => void;
  /** One that the template has, to be read in as far as it is translated; Swedish when left out. */
  readonly language?: Language | null;
}

/** What scrolls by itself takes focus, so that the arrows can scroll it (WCAG 2.2, SC 2.1.1). */
const scrollable = { tabIndex: 0 } as const;

/** The message as the citizen sees it, with the slots marked where the handler's words will stand. */
export const Preview = memo(function Preview({
  content,
  unit,
  onTry,
  language = null,
}: PreviewProps): ReactNode {
  const words = t.builder.preview;
  const [scroller, setScroller] = useState<HTMLElement | null>(null);
  const message = useMemo(() => unit && messageOf(content, unit), [content, unit]);
  return (
    <section
      ref={setScroller}
      {...scrollable}
      className={styles.preview}
      aria-label={words.heading}
      data-preview=""
    >
      <div className={styles.head}>
        <h2 className={styles.heading}>{words.heading}</h2>
        <p className={styles.note}>{words.example}</p>
        {onTry && (
          <Button size="small" icon="person" onPress={onTry}>
            {t.rehearsal.open}
          </Button>
        )}
      </div>
      <div className={styles.sheet}>
        {message && scroller ? (
          <LetterPreview message={message} limits={national} scroller={scroller} language={language} />
        ) : (
          <Spinner />
        )}
      </div>
    </section>
  );
});
