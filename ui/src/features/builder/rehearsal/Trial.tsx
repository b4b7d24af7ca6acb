import { type ReactNode, useRef, useState } from 'react';
import type {
  Answer,
  AnswerProblem,
  Edit,
  Item,
  ItemId,
  Rehearsal,
  TemplateContent,
  TemplateId,
  Unit,
} from '../../../bindings';
import { Banner } from '../../../components/Banner';
import { Button } from '../../../components/Button';
import { ErrorSummary } from '../../../components/ErrorSummary';
import { FailureBanner } from '../../../components/FailureBanner';
import { AnswersView, FormView, LetterView } from '../../../form';
import { type Answers, toSend } from '../../../form/answers';
import { faultsToList } from '../../../form/faults';
import { t } from '../../../i18n/sv';
import { useAct } from '../../../query/useAct';
import { messageOf, national } from '../message';
import { KeepExample } from './KeepExample';
import { Listening } from './Listening';
import { minutesFor } from './minutes';
import styles from './Rehearsal.module.css';
import { Sheet, type SheetProps } from './Sheet';
import { type LocalFiles, useLocalFiles } from './useLocalFiles';

export interface TrialProps extends Pick<SheetProps, 'screen'> {
  readonly template: TemplateId;
  readonly content: TemplateContent;
  readonly unit: Unit;
  readonly slots: Readonly<Record<ItemId, string>>;
  readonly answers: Answers;
  readonly onAnswer: (item: ItemId, answer: Answer | null) => void;
  readonly edit: (edit: Edit) => void;
  readonly onSave: () => Promise<boolean>;
}

const noItems: readonly Item[] = [];

/** The letter with its form, answered for a try and judged by the core as a real answer is. */
export function Trial(props: TrialProps): ReactNode {
  const { template, content, unit, slots, answers, onAnswer, edit, onSave, screen } = props;
  const words = t.rehearsal;
  const files = useLocalFiles();
  const letter = useRef<HTMLElement>(null);
  const [problems, setProblems] = useState<readonly AnswerProblem[]>([]);
  const [attempt, setAttempt] = useState(0);
  const rehearse = useAct('rehearse_template');
  const message = messageOf(content, unit, slots);
  const items = message.form ?? noItems;
  const taken = rehearse.data?.outcome === 'taken' ? rehearse.data : null;

  const send = async (): Promise<void> => {
    if (!(await onSave())) return;
    rehearse.mutate(
      { template, slots: { ...slots }, answers: toSend(content.form, answers), files: { ...files.counts } },
      {
        onSuccess: (judged) => {
          setProblems(judged.outcome === 'refused' ? judged.problems : []);
          if (judged.outcome === 'refused') setAttempt((times) => times + 1);
        },
      },
    );
  };
  const change = (item: ItemId, answer: Answer | null): void => {
    setProblems((now) => now.filter((problem) => problem.item !== item));
    rehearse.reset();
    onAnswer(item, answer);
  };

  return (
    <div className={styles.halves}>
      <Sheet screen={screen}>
        <LetterView ref={letter} message={message}>
          {items.length > 0 && (
            <TrialForm
              items={items}
              answers={answers}
              onChange={change}
              problems={problems}
              attempt={attempt}
              files={files}
              isPending={rehearse.isPending}
              onSend={() => void send()}
            />
          )}
        </LetterView>
      </Sheet>
      <section className={styles.side} aria-label={words.side}>
        {items.length > 0 && <p>{words.minutes(minutesFor(content.form, answers))}</p>}
        <p className={styles.quiet}>{words.nothingSent}</p>
        <FailureBanner failure={rehearse.error?.failure ?? null} actions={null} />
        {rehearse.data?.outcome === 'refused' && problems.length > 0 && (
          <Banner tone="observe" title={words.refused} isAnnounced />
        )}
        {taken && <Taken taken={taken} items={items} />}
        <Listening letter={letter} drawn={JSON.stringify([message, answers, problems])} />
        {items.length > 0 && <KeepExample content={content} answers={answers} edit={edit} />}
      </section>
    </div>
  );
}

interface TrialFormProps {
  readonly items: readonly Item[];
  readonly answers: Answers;
  readonly onChange: (item: ItemId, answer: Answer | null) => void;
  readonly problems: readonly AnswerProblem[];
  readonly attempt: number;
  readonly files: LocalFiles;
  readonly isPending: boolean;
  readonly onSend: () => void;
}

function TrialForm(props: TrialFormProps): ReactNode {
  const { items, answers, onChange, problems, attempt, files, isPending, onSend } = props;
  return (
    <form
      className={styles.form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        onSend();
      }}
    >
      <ErrorSummary faults={faultsToList(items, [...problems], answers)} attempt={attempt} />
      <FormView
        items={items}
        answers={answers}
        onChange={onChange}
        problems={problems}
        limits={national}
        files={files.files}
      />
      <div>
        <Button type="submit" tone="primary" icon="send" isPending={isPending}>
          {t.rehearsal.send}
        </Button>
      </div>
    </form>
  );
}

/** What becomes of an answer that would be taken. */
function Taken({
  taken,
  items,
}: {
  taken: Extract<Rehearsal, { outcome: 'taken' }>;
  items: readonly Item[];
}): ReactNode {
  const words = t.rehearsal;
  return (
    <>
      <Banner tone="success" title={words.taken} isAnnounced />
      <h3>{words.asAnswered}</h3>
      <AnswersView items={items} answers={taken.answers} attachments={[]} />
      {taken.score !== null && <p>{t.scores.sum(taken.score)}</p>}
      <h3>{words.note}</h3>
      <p className={styles.note}>{taken.note}</p>
    </>
  );
}
