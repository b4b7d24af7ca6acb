import type { ReactNode } from 'react';
import type { Answer, Attachment, Item, ItemKind } from '../bindings';
import { Icon } from '../components/Icon';
import { formatFileSize, withComma } from '../i18n/format';
import { t } from '../i18n/sv';
import styles from './Answers.module.css';
import { type Answers, isQuestion } from './answers';
import { saysSomething } from './says';
import { shownOf } from './shown';

export interface AnswersViewProps {
  readonly items: readonly Item[];
  readonly answers: Answers;
  readonly attachments: readonly Attachment[];
}

/** Questions that were asked and answers to read, in the form's order. */
export function AnswersView({ items, answers, attachments }: AnswersViewProps): ReactNode {
  return (
    <dl className={styles.answers}>
      {shownOf(items, answers)
        .filter(isQuestion)
        .map((item) => (
          <div key={item.id} className={styles.pair}>
            <dt>{item.text}</dt>
            <dd>
              {item.kind.type === 'attachment' ? (
                <Files files={attachments.filter((file) => file.item === item.id)} />
              ) : (
                <Words kind={item.kind} answer={answers[item.id]} />
              )}
            </dd>
          </div>
        ))}
    </dl>
  );
}

function Words({ kind, answer }: { kind: ItemKind; answer: Answer | undefined }): ReactNode {
  if (!saysSomething(answer)) return <span className={styles.none}>{t.form.answers.none}</span>;
  const words = wordsFor(kind, answer);
  if (words.length < 2) return words[0];
  return (
    <ul className={styles.several}>
      {words.map((word) => (
        <li key={word}>{word}</li>
      ))}
    </ul>
  );
}

/** An answer in words; several for *flera val*. */
function wordsFor(kind: ItemKind, answer: Answer): readonly string[] {
  const textOf = (id: string): string =>
    'options' in kind ? (kind.options.find((option) => option.id === id)?.text ?? '') : '';
  switch (answer.type) {
    case 'text':
    case 'date':
      return [answer.value];
    case 'yesNo':
      return [answer.value ? t.form.yes : t.form.no];
    case 'choice':
      return [textOf(answer.value)];
    case 'choices':
      return answer.value.map(textOf);
    case 'number':
      if (kind.type === 'scale') return [t.form.answers.step(answer.value, kind.max)];
      return [`${withComma(answer.value)} ${kind.type === 'number' ? kind.unit : ''}`.trim()];
    case 'confirmed':
      return [t.form.answers.confirmed];
  }
}

function Files({ files }: { files: readonly Attachment[] }): ReactNode {
  if (files.length === 0) return <span className={styles.none}>{t.form.answers.none}</span>;
  return (
    <ul className={styles.files}>
      {files.map((file) => (
        <li key={file.id}>
          <Icon name={file.kind === 'pdf' ? 'attachment' : 'image'} />
          <bdi className={styles.name}>{file.name}</bdi>
          <span className={styles.none}>{formatFileSize(file.size)}</span>
        </li>
      ))}
    </ul>
  );
}
