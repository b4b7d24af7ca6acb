import { createContext, memo, type ReactNode, useContext, useDeferredValue, useId, useState } from 'react';
import { Group, Heading } from 'react-aria-components';
import type { Answer, AnswerProblem, AttachmentLimits, Item, ItemId, Row, RowId } from '../bindings';
import { cx } from '../components/cx';
import type { ChosenFile } from '../components/FileField';
import { useNear } from '../components/useNear';
import { t } from '../i18n/sv';
import { type Answers, initialAnswers, isQuestion, withAnswer } from './answers';
import { FieldIds } from './FieldIds';
import styles from './Form.module.css';
import { FormattedText, useWords } from './FormattedText';
import { faultText, fieldId } from './faults';
import { PictureView } from './PictureView';
import { QuestionView } from './QuestionView';
import { RowsView } from './RowsView';
import { Said } from './Spoken';
import { type Shown, shownIn } from './shown';
import { isSection, walk } from './tree';

/** Where chosen files go, and how far they have come. */
export interface FormFiles {
  readonly of: (item: ItemId) => readonly ChosenFile[];
  readonly onChoose: (item: ItemId, files: File[]) => void;
  /** Also stops one that is on its way. */
  readonly onRemove: (item: ItemId, file: string) => void;
  readonly onRetry: (item: ItemId, file: string) => void;
}

export interface FormViewProps {
  readonly items: readonly Item[];
  readonly answers: Answers;
  readonly onChange: (item: ItemId, answer: Answer | null) => void;
  readonly problems: readonly AnswerProblem[];
  /** Said before anything is chosen. */
  readonly limits: AttachmentLimits;
  /** Leave out where nothing can be attached: in a preview. */
  readonly files?: FormFiles;
  /** What it scrolls in, to draw no more of a long form than what is near. All is drawn without. */
  readonly scroller?: Element | undefined;
  /** Other things that are wrong with a question's files, in words. */
  readonly fileProblem?: (item: ItemId) => string | undefined;
}

/** A form exactly as the citizen sees it, question by question as the answers call for them. Fetches nothing and sends nothing: whoever shows it holds the answers. */
export function FormView(props: FormViewProps): ReactNode {
  const { items, answers, onChange } = props;
  const necessity = necessityIn(items);
  return (
    <div className={styles.form} data-form="">
      {necessity.words !== null && <p className={styles.necessity}>{necessity.words}</p>}
      <Items
        form={props}
        items={items}
        answers={answers}
        onChange={onChange}
        row={null}
        shown={shownIn(items, answers)}
        mark={necessity.mark}
        level={3}
      />
    </div>
  );
}

interface ItemsProps {
  readonly form: Omit<FormViewProps, 'items' | 'answers' | 'onChange'>;
  readonly items: readonly Item[];
  readonly answers: Answers;
  readonly onChange: (item: ItemId, answer: Answer | null) => void;
  /** The row that they stand in; `null` outside rows. */
  readonly row: RowId | null;
  readonly shown: Shown;
  readonly mark: Necessities['mark'];
  /** Of the headings of sections among them. */
  readonly level: number;
}

/** What the questions at hand share. Those that are far from what is seen ask for none of it, and are left as they are. */
const Around = createContext<ItemsProps | null>(null);

function Items(props: ItemsProps): ReactNode {
  const { items, row, shown } = props;
  const { scroller } = props.form;
  // A long form comes in two steps: what is seen first, and the rest as soon as there is time.
  const isWhole = useDeferredValue(true, scroller === undefined);
  const asked = items.filter(({ id }) => shown.has(id, row));
  if (scroller === undefined) return asked.map((item) => <OneItem key={item.id} {...props} item={item} />);
  return (
    <Around.Provider value={props}>
      {(isWhole ? asked : asked.slice(0, AT_FIRST)).map((item) =>
        isSection(item) ? (
          <OneItem key={item.id} {...props} item={item} />
        ) : (
          <NearItem key={item.id} item={item} scroller={scroller} />
        ),
      )}
    </Around.Provider>
  );
}

/** Questions that are drawn before all others: more than a window holds. */
const AT_FIRST = 12;

/** How high a question is guessed to be before it was drawn, in CSS pixels. */
const GUESS = 100;

interface NearItemProps {
  readonly item: Item;
  readonly scroller: Element;
}

/** A question of a long form: its words alone while it is far from what is seen. */
const NearItem = memo(function NearItem({ item, scroller }: NearItemProps): ReactNode {
  const { isNear, ref } = useNear(GUESS, scroller);
  const words = useWords();
  const far = item.kind.type === 'information' ? words(item.text) : item.text;
  return <div ref={ref}>{isNear ? <DrawnItem item={item} /> : <p className={styles.lines}>{far}</p>}</div>;
});

function DrawnItem({ item }: { readonly item: Item }): ReactNode {
  const around = useContext(Around);
  return around && <OneItem {...around} item={item} />;
}

function OneItem(props: ItemsProps & { readonly item: Item }): ReactNode {
  const { item, form, answers, onChange, row, mark, level } = props;
  const field = fieldId(item.id, row, useContext(FieldIds));
  const problem = form.problems.find((one) => one.item === item.id && (one.row ?? null) === row);
  const error = problem && faultText(item, problem.fault);
  const answer = answers[item.id];
  if (item.kind.type === 'section') {
    return (
      // No landmark: a form can have many, and two of one name.
      <Group className={cx(styles.section)} aria-labelledby={`${field}-rubrik`}>
        <Heading level={Math.min(level, 6)} id={`${field}-rubrik`} className={styles.heading ?? ''}>
          <Said>{item.text}</Said>
        </Heading>
        <PictureView picture={item.picture} />
        {item.help.trim() !== '' && <FormattedText text={item.help} />}
        <Items {...props} items={item.items ?? []} level={level + 1} />
      </Group>
    );
  }
  if (item.kind.type === 'repeatedSection') {
    const rows = answer?.type === 'rows' ? answer.value : [];
    const setRows = (value: Row[]): void =>
      onChange(item.id, value.length === 0 ? null : { type: 'rows', value });
    return (
      <RowsView
        section={item}
        rows={rows}
        onChange={setRows}
        error={error}
        necessity={mark(item)}
        level={level}
      >
        {(one) => (
          <Items
            {...props}
            items={item.items ?? []}
            answers={one.answers}
            row={one.id}
            level={level + 2}
            onChange={(id, changed) => setRows(withRow(rows, one, id, changed))}
          />
        )}
      </RowsView>
    );
  }
  return (
    <QuestionView
      item={item}
      fieldId={field}
      answer={answer}
      onAnswer={(changed) => onChange(item.id, changed)}
      necessity={isQuestion(item) ? mark(item) : undefined}
      error={error ?? form.fileProblem?.(item.id)}
      limits={form.limits}
      files={form.files}
    />
  );
}

function withRow(rows: readonly Row[], row: Row, item: ItemId, answer: Answer | null): Row[] {
  const answers = { ...withAnswer(row.answers, item, answer) };
  return rows.map((one) => (one.id === row.id ? { ...one, answers } : one));
}

interface Necessities {
  /** Said once, above the questions. */
  readonly words: string | null;
  /** Said at the question. */
  readonly mark: (item: Item) => 'required' | 'optional' | undefined;
}

/** Marks the fewer: the optional among the required, or the required among the optional. */
function necessityIn(items: readonly Item[]): Necessities {
  const questions = walk(items).filter((item) => isQuestion(item) || item.kind.type === 'repeatedSection');
  const required = questions.filter((item) => item.required).length;
  const unmarked = (): undefined => undefined;
  if (questions.length === 0) return { words: null, mark: unmarked };
  if (required === questions.length) return { words: t.form.allRequired, mark: unmarked };
  if (required === 0) return { words: t.form.allOptional, mark: unmarked };
  if (required * 2 >= questions.length) {
    return { words: t.form.mostRequired, mark: (item) => (item.required ? undefined : 'optional') };
  }
  return { words: null, mark: (item) => (item.required ? 'required' : undefined) };
}

export interface FormPreviewProps {
  readonly items: readonly Item[];
  readonly limits: AttachmentLimits;
  readonly scroller?: Element | undefined;
}

/** A form to try: it answers to the hand as the citizen's does, and what is written goes nowhere. */
export function FormPreview({ items, limits, scroller }: FormPreviewProps): ReactNode {
  const [written, setWritten] = useState<Readonly<Record<ItemId, Answer | null>>>({});
  // What stands there from the beginning may change while the form is built; what was tried stays.
  const answers = Object.entries(written).reduce(
    (all, [item, answer]) => withAnswer(all, item, answer),
    initialAnswers(items),
  );
  return (
    <FieldIds.Provider value={useId()}>
      <FormView
        items={items}
        answers={answers}
        onChange={(item, answer) => setWritten({ ...written, [item]: answer })}
        problems={[]}
        limits={limits}
        scroller={scroller}
      />
    </FieldIds.Provider>
  );
}
