import type { ReactNode } from 'react';
import { formatDateTimeBriefly } from '../i18n/format';
import { t } from '../i18n/sv';
import styles from './StatusMark.module.css';
import { VisuallyHidden } from './VisuallyHidden';

export interface StatusMarkProps {
  /** `read` is L (läst), `replied` is S (svar). */
  readonly kind: 'read' | 'replied';
  /** When it happened, in milliseconds since 1970; `null` when it has not. */
  readonly at: number | null;
  /** The present, by which the year is left out or shown. */
  readonly now: number;
}

/** L and S, as the profession knows them: a filled letter when it has happened, an empty square when not. */
export function StatusMark({ kind, at, now }: StatusMarkProps): ReactNode {
  const mark = t.marks[kind];
  const words = at === null ? mark.not : mark.done(formatDateTimeBriefly(at, now));
  return (
    <span className={styles.mark} data-done={at !== null || undefined} title={words}>
      <span aria-hidden="true">{mark.letter}</span>
      <VisuallyHidden>{words}</VisuallyHidden>
    </span>
  );
}

/** What the letters mean, under a list that has them. */
export function StatusLegend(): ReactNode {
  return (
    <p className={styles.legend}>
      {(['read', 'replied'] as const).map((kind) => (
        <span key={kind} className={styles.meaning}>
          <span className={styles.mark} data-done>
            {t.marks[kind].letter}
          </span>
          {t.marks[kind].meaning}
        </span>
      ))}
    </p>
  );
}

/** Both marks of a case, side by side. */
export function StatusMarks({
  readAt,
  repliedAt,
  now,
}: {
  readAt: number | null;
  /** `undefined` where no reply is asked for, and then no S is shown. */
  repliedAt: number | null | undefined;
  now: number;
}): ReactNode {
  return (
    <span className={styles.marks}>
      <StatusMark kind="read" at={readAt} now={now} />
      {repliedAt !== undefined && <StatusMark kind="replied" at={repliedAt} now={now} />}
    </span>
  );
}
