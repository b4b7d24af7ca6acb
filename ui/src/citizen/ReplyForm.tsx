import { type ReactNode, useEffect, useRef, useState } from 'react';
import type { Answer, AnswerProblem, Item, ItemId, Letter } from '../bindings';
import { Button } from '../components/Button';
import { ErrorSummary, type FieldFault } from '../components/ErrorSummary';
import { type Answers, initialAnswers, toSend, withAnswer } from '../form/answers';
import { check } from '../form/check';
import { FormView } from '../form/FormView';
import { faultsToList, fieldId } from '../form/faults';
import { walk } from '../form/tree';
import { t } from '../i18n/sv';
import { FailureBanner } from './FailureBanner';
import { useInbox } from './inboxContext';
import type { SentReply } from './LetterPage';
import styles from './LetterPage.module.css';
import { type Failure, failureOf } from './refusal';
import { useUploads } from './useUploads';

export interface ReplyFormProps {
  readonly letter: Letter;
  readonly items: readonly Item[];
  readonly onSent: (sent: SentReply) => void;
}

/** The form of a letter that is not answered yet. */
export function ReplyForm({ letter, items, onSent }: ReplyFormProps): ReactNode {
  const { api, brand, drafts } = useInbox();
  const [answers, setAnswers] = useState<Answers>(() => drafts.get(letter.case) ?? initialAnswers(items));
  const [problems, setProblems] = useState<readonly AnswerProblem[]>([]);
  const [fileProblems, setFileProblems] = useState<ReadonlyMap<ItemId, string>>(new Map());
  const [attempt, setAttempt] = useState(0);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [isSending, setSending] = useState(false);
  /** Against a second press before the first has been drawn. */
  const underWay = useRef(false);

  const forget = (item: ItemId): void => {
    setProblems((now) => now.filter((problem) => problem.item !== item));
    setFileProblems((now) => new Map([...now].filter(([one]) => one !== item)));
  };
  const uploads = useUploads({
    api,
    letter,
    items,
    limits: brand.limits,
    onTouch: forget,
    onFailure: setFailure,
  });
  useLeaveWarning(Object.keys(answers).length > 0);

  const change = (item: ItemId, answer: Answer | null): void => {
    const next = withAnswer(answers, item, answer);
    drafts.set(letter.case, next);
    setAnswers(next);
    forget(item);
  };

  const refuse = (found: readonly AnswerProblem[], files: ReadonlyMap<ItemId, string>): void => {
    setProblems(found);
    setFileProblems(files);
    setAttempt((times) => times + 1);
  };

  const send = async (): Promise<void> => {
    const found = check(items, answers, uploads.counts);
    if (found.length > 0 || uploads.unsettled.size > 0) {
      refuse(found, uploads.unsettled);
      return;
    }
    const sent = toSend(items, answers);
    try {
      await uploads.agree();
      const { answered } = await api.answer(letter.case, sent);
      drafts.delete(letter.case);
      onSent({ answered, answers: sent, attachments: uploads.attachments });
    } catch (thrown) {
      const refused = failureOf(thrown);
      if (refused.code === 'answersRefused') refuse(refused.problems, new Map());
      else setFailure(refused);
    }
  };

  const submit = async (): Promise<void> => {
    if (underWay.current) return;
    underWay.current = true;
    setSending(true);
    setFailure(null);
    try {
      await send();
    } finally {
      underWay.current = false;
      setSending(false);
    }
  };

  return (
    <form
      className={styles.reply}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <h2>{t.citizen.letter.form}</h2>
      <ErrorSummary faults={allFaults(items, answers, problems, fileProblems)} attempt={attempt} />
      <FormView
        items={items}
        answers={answers}
        onChange={change}
        problems={problems}
        limits={brand.limits}
        files={uploads.files}
        fileProblem={(item) => fileProblems.get(item)}
      />
      <div className={styles.send}>
        {failure && <FailureBanner failure={failure} />}
        <p className={styles.sendsTo}>{t.citizen.letter.sendsTo(letter.message.unitName)}</p>
        <Button type="submit" tone="primary" icon="send" isPending={isSending}>
          {t.citizen.letter.send}
        </Button>
      </div>
    </form>
  );
}

/** In the form's order, whatever kind of fault it is. */
function allFaults(
  items: readonly Item[],
  answers: Answers,
  problems: readonly AnswerProblem[],
  files: ReadonlyMap<ItemId, string>,
): FieldFault[] {
  return walk(items).flatMap((item) => {
    const own = problems.filter((problem) => problem.item === item.id);
    const file = files.get(item.id);
    if (own.length > 0 || file === undefined) return faultsToList(items, own, answers);
    return [{ field: fieldId(item.id), text: t.form.faultOf(item.text.trim(), file) }];
  });
}

/** The browser asks before the page is closed with something unsent on it. */
function useLeaveWarning(hasUnsent: boolean): void {
  useEffect(() => {
    if (!hasUnsent) return;
    const warn = (event: BeforeUnloadEvent): void => event.preventDefault();
    window.addEventListener('beforeunload', warn);
    return () => window.removeEventListener('beforeunload', warn);
  }, [hasUnsent]);
}
