import type { ReactNode } from 'react';
import type { Answer, Attachment, Choice, Item, RowId } from '../bindings';
import { Icon } from '../components/Icon';
import { formatFileSize, withComma } from '../i18n/format';
import { t } from '../i18n/sv';
import styles from './Answers.module.css';
import { type Answers, isQuestion } from './answers';
import { rowName } from './faults';
import { PictureView } from './PictureView';
import { Said, useSpoken } from './Spoken';
import { saysSomething } from './says';
import { chosenIn, type Shown, shownIn } from './shown';

export interface AnswersViewProps {
  readonly items: readonly Item[];
  readonly answers: Answers;
  readonly attachments: readonly Attachment[];
}

/** Questions that were asked and answers to read, in the form's order. */
export function AnswersView({ items, answers, attachments }: AnswersViewProps): ReactNode {
  return (
    <dl className={styles.answers}>
      {readIn(items, answers, null, shownIn(items, answers)).map((read) =>
        'heading' in read ? (
          <div key={read.key} className={styles.headed}>
            <dt>
              <Said>{read.heading}</Said>
            </dt>
            {read.words !== undefined && <dd className={styles.none}>{read.words}</dd>}
          </div>
        ) : (
          <div key={read.key} className={styles.pair}>
            <dt>
              <Said>{read.item.text}</Said>
              <PictureView picture={read.item.picture} />
            </dt>
            <dd>
              {read.item.kind.type === 'attachment' ? (
                <Files files={attachments.filter((file) => file.item === read.item.id)} />
              ) : (
                <Words item={read.item} answer={read.answer} />
              )}
            </dd>
          </div>
        ),
      )}
    </dl>
  );
}

type Read =
  | { readonly key: string; readonly heading: string; readonly words?: string }
  | { readonly key: string; readonly item: Item; readonly answer: Answer | undefined };

/** What there is to read, a repeated section once a row. */
function readIn(items: readonly Item[], answers: Answers, row: RowId | null, shown: Shown): readonly Read[] {
  return items
    .filter((item) => shown.has(item.id, row))
    .flatMap((item): readonly Read[] => {
      const key = `${row ?? ''}${item.id}`;
      const answer = answers[item.id];
      const inside = item.items ?? [];
      if (item.kind.type === 'section') {
        return [{ key, heading: item.text }, ...readIn(inside, answers, row, shown)];
      }
      if (item.kind.type === 'repeatedSection') {
        if (answer?.type !== 'rows') return [{ key, heading: item.text, words: t.form.answers.none }];
        return answer.value.flatMap((one, at) => [
          { key: one.id, heading: rowName(item, at) },
          ...readIn(inside, one.answers, one.id, shown),
        ]);
      }
      return isQuestion(item) ? [{ key, item, answer }] : [];
    });
}

function Words({ item, answer }: { readonly item: Item; readonly answer: Answer | undefined }): ReactNode {
  const { yes, no } = useSpoken();
  if (!saysSomething(answer)) return <span className={styles.none}>{t.form.answers.none}</span>;
  if (answer.type === 'yesNo') return <Said>{answer.value ? yes : no}</Said>;
  const words = wordsFor(item, answer);
  // What the citizen wrote is in whatever language they wrote it.
  const isChosen = ['choice', 'choices', 'matrix'].includes(answer.type);
  if (words.length < 2) return isChosen ? <Said>{words[0]}</Said> : words[0];
  return (
    <ul className={styles.several}>
      {words.map((word) => (
        <li key={word}>{isChosen ? <Said>{word}</Said> : word}</li>
      ))}
    </ul>
  );
}

/** An answer in words; several for *flera val* and *matris*. */
export function wordsFor({ kind }: Item, answer: Answer): readonly string[] {
  const options = 'options' in kind ? kind.options : [];
  switch (answer.type) {
    case 'text':
    case 'date':
      return [answer.value];
    case 'time':
      return [t.form.answers.at(answer.value)];
    case 'dateTime':
      return [`${answer.value.date} ${t.form.answers.at(answer.value.time)}`];
    case 'yesNo':
      return [answer.value ? t.form.yes : t.form.no];
    case 'choice':
    case 'choices':
      return chosenIn(answer).map((id) => textOf(options, id));
    case 'written':
      return options
        .filter(({ id }) => answer.value.chosen.includes(id))
        .map(({ role, text }) => (role === 'other' ? `${text}: ${answer.value.text}` : text));
    case 'matrix': {
      const rows = kind.type === 'matrix' ? kind.rows : [];
      return rows.flatMap((row) => {
        const option = answer.value[row.id];
        return option === undefined ? [] : [`${row.text}: ${textOf(options, option)}`];
      });
    }
    case 'number':
      if (kind.type === 'scale') return [t.form.answers.step(answer.value, kind.max)];
      return [`${withComma(answer.value)} ${kind.type === 'number' ? kind.unit : ''}`.trim()];
    case 'confirmed':
      return [t.form.answers.confirmed];
    case 'rows':
      return [];
  }
}

function textOf(choices: readonly Choice[], id: string): string {
  return choices.find((choice) => choice.id === id)?.text ?? '';
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
