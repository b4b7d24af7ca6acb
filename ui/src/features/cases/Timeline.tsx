import type { ReactNode } from 'react';
import type { CaseView } from '../../bindings';
import { Icon } from '../../components/Icon';
import { useNow } from '../../components/useNow';
import { VisuallyHidden } from '../../components/VisuallyHidden';
import { formatDateTimeBriefly } from '../../i18n/format';
import { t } from '../../i18n/sv';
import styles from './Timeline.module.css';

interface Step {
  readonly id: string;
  readonly name: string;
  /** When it happened; `null` when it has not. */
  readonly at: number | null;
  /** Who did it, or that it has not happened. */
  readonly words: string | null;
}

/** Skickat, läst, besvarat: how far the case has come. */
export function Timeline({ view }: { view: CaseView }): ReactNode {
  const now = useNow();
  return (
    <section>
      <VisuallyHidden>
        <h2>{t.cases.one.progress}</h2>
      </VisuallyHidden>
      <ol className={styles.steps}>
        {stepsOf(view).map((step) => (
          <li key={step.id} className={styles.step} data-done={step.at !== null || undefined}>
            <span className={styles.mark} aria-hidden="true">
              {step.at !== null && <Icon name="check" size={16} />}
            </span>
            <span className={styles.words}>
              <span className={styles.name}>{step.name}</span>
              {step.at !== null && <span className={styles.when}>{formatDateTimeBriefly(step.at, now)}</span>}
              {step.words !== null && <span className={styles.more}>{step.words}</span>}
            </span>
          </li>
        ))}
      </ol>
    </section>
  );
}

function stepsOf({ state, sent, held, senderName, message }: CaseView): readonly Step[] {
  const words = t.cases.one;
  const read = state.state === 'sent' ? null : state.read;
  const answered = state.state === 'answered' ? state.answered : null;
  const unanswered = message.form === null ? words.noAnswerAsked : words.notAnswered;
  return [
    { id: 'sent', name: words.sent, at: held ? null : sent, words: words.sentBy(senderName) },
    { id: 'read', name: words.read, at: read, words: read === null ? words.notRead : null },
    {
      id: 'answered',
      name: words.answered,
      at: answered,
      words: answered === null ? unanswered : null,
    },
  ];
}
