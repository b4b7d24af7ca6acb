import type { ReactNode } from 'react';
import type { Item, ReadAnswer } from '../../bindings';
import { PictureView } from '../../form/PictureView';
import { findItem } from '../../form/tree';
import { t } from '../../i18n/sv';
import styles from './Answers.module.css';

export interface AnswersProps {
  readonly answers: readonly ReadAnswer[];
  /** What was asked, for its pictures. */
  readonly form: readonly Item[];
}

/** Question and answer side by side under their headings, in the form's order. */
export function Answers({ answers, form }: AnswersProps): ReactNode {
  return (
    <div className={styles.answers}>
      <div className={styles.head} aria-hidden="true">
        <span>{t.cases.one.question}</span>
        <span>{t.cases.one.answer}</span>
      </div>
      {parted(answers).map(({ key, heading, questions }) => (
        <div key={key}>
          {heading !== null && <h3 className={styles.heading}>{heading}</h3>}
          {questions.length > 0 && (
            <dl>
              {questions.map(([place, { item, text, words, answered, asked }]) => (
                <div key={place} className={styles.pair}>
                  <dt>
                    {text}
                    <PictureView picture={findItem(form, item)?.picture} />
                  </dt>
                  <dd className={answered ? styles.words : styles.none}>
                    {answered ? words : asked ? t.cases.one.unanswered : t.cases.one.notAsked}
                  </dd>
                </div>
              ))}
            </dl>
          )}
        </div>
      ))}
    </div>
  );
}

type Question = Extract<ReadAnswer, { read: 'question' }>;

interface Part {
  readonly key: number;
  readonly heading: string | null;
  /** With their places in the whole, by which they are known: in rows a question comes again. */
  readonly questions: (readonly [number, Question])[];
}

function parted(answers: readonly ReadAnswer[]): readonly Part[] {
  const parts: Part[] = [{ key: -1, heading: null, questions: [] }];
  answers.forEach((read, place) => {
    if (read.read === 'heading') parts.push({ key: place, heading: read.text, questions: [] });
    else parts.at(-1)?.questions.push([place, read]);
  });
  return parts.filter(({ heading, questions }) => heading !== null || questions.length > 0);
}
