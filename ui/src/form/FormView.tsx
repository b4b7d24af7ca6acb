import { type ReactNode, useState } from 'react';
import type { Answer, AnswerProblem, AttachmentLimits, Item, ItemId } from '../bindings';
import type { ChosenFile } from '../components/FileField';
import { t } from '../i18n/sv';
import { type Answers, isQuestion, withAnswer } from './answers';
import styles from './Form.module.css';
import { faultText } from './faults';
import { QuestionView } from './QuestionView';
import { shownOf } from './shown';

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
  /** Other things that are wrong with a question's files, in words. */
  readonly fileProblem?: (item: ItemId) => string | undefined;
}

/** A form exactly as the citizen sees it, question by question as the answers call for them. Fetches nothing and sends nothing: whoever shows it holds the answers. */
export function FormView({
  items,
  answers,
  onChange,
  problems,
  limits,
  files,
  fileProblem,
}: FormViewProps): ReactNode {
  const necessity = necessityIn(items);
  return (
    <div className={styles.form}>
      {necessity.words !== null && <p className={styles.necessity}>{necessity.words}</p>}
      {shownOf(items, answers).map((item) => {
        const problem = problems.find((one) => one.item === item.id);
        return (
          <QuestionView
            key={item.id}
            item={item}
            answer={answers[item.id]}
            onAnswer={(answer) => onChange(item.id, answer)}
            necessity={isQuestion(item) ? necessity.mark(item) : undefined}
            error={problem ? faultText(item, problem.fault) : fileProblem?.(item.id)}
            limits={limits}
            files={files}
          />
        );
      })}
    </div>
  );
}

interface Necessities {
  /** Said once, above the questions. */
  readonly words: string | null;
  /** Said at the question. */
  readonly mark: (item: Item) => 'required' | 'optional' | undefined;
}

/** Marks the fewer: the optional among the required, or the required among the optional. */
function necessityIn(items: readonly Item[]): Necessities {
  const questions = items.filter(isQuestion);
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
}

/** A form to try: it answers to the hand as the citizen's does, and what is written goes nowhere. */
export function FormPreview({ items, limits }: FormPreviewProps): ReactNode {
  const [answers, setAnswers] = useState<Answers>({});
  return (
    <FormView
      items={items}
      answers={answers}
      onChange={(item, answer) => setAnswers(withAnswer(answers, item, answer))}
      problems={[]}
      limits={limits}
    />
  );
}
