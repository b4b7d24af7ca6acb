import type { ReactNode } from 'react';
import { Badge } from '../../components/Badge';
import { useNow } from '../../components/useNow';
import { formatDateTimeNear } from '../../i18n/format';
import { t } from '../../i18n/sv';
import styles from './Case.module.css';

/** That an answer should have been gone through by now; nothing while there is time. */
export function Overdue({ due, now }: { due: number | null; now: number }): ReactNode {
  if (due === null || due >= now) return null;
  return (
    <Badge tone="observe" icon="clock">
      {t.casework.review.overdue(formatDateTimeNear(due, now))}
    </Badge>
  );
}

/** Until when the answer of the case on screen is to be gone through, or that it should have been. */
export function ReviewDue({ due }: { due: number | null }): ReactNode {
  const now = useNow();
  const words = t.casework.review;
  if (due === null) return null;
  return (
    <p className={styles.due}>
      {due < now ? <Overdue due={due} now={now} /> : <span>{words.due(formatDateTimeNear(due, now))}</span>}
      <span className={styles.quiet}>{words.help}</span>
    </p>
  );
}
