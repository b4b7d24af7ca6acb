import type { ReactNode } from 'react';
import type { QuestionAnswer } from '../../bindings';
import { t } from '../../i18n/sv';
import styles from './Answers.module.css';

/** Question and answer side by side, in the form's order. */
export function Answers({ answers }: { answers: readonly QuestionAnswer[] }): ReactNode {
  return (
    <div className={styles.answers}>
      <div className={styles.head} aria-hidden="true">
        <span>{t.cases.one.question}</span>
        <span>{t.cases.one.answer}</span>
      </div>
      <dl>
        {answers.map(({ item, words, answered, asked }) => (
          <div key={item.id} className={styles.pair}>
            <dt>{item.text}</dt>
            <dd className={answered ? styles.words : styles.none}>
              {answered ? words : asked ? t.cases.one.unanswered : t.cases.one.notAsked}
            </dd>
          </div>
        ))}
      </dl>
    </div>
  );
}
