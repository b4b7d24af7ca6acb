import type {
  Answer,
  AnswerFault,
  AnswerProblem,
  Choice,
  DateLimit,
  Item,
  ItemKind,
  RowId,
  TextFormat,
} from '../bindings';
import { isPersonNumber, parseDate, parseTime } from '../i18n/parse';
import { type Answers, type FileCounts, isQuestion } from './answers';
import { decimal } from './decimal';
import { saysSomething } from './says';
import { chosenIn, type Shown, shownIn } from './shown';

/** Characters of what is written for *Annat*, at most (domain/src/reply/check.rs). */
export const longestOther = 200;

/**
 * What is wrong with the answers to what is shown, in the form's order. The same rules as the core's, so that the citizen need not wait for them;
 * the core's verdict is the one that counts.
 */
export function check(
  form: readonly Item[],
  answers: Answers,
  files: FileCounts,
  today: Date = new Date(),
): AnswerProblem[] {
  return problemsIn(form, answers, null, { shown: shownIn(form, answers), files, today: dayOf(today) });
}

interface About {
  readonly shown: Shown;
  readonly files: FileCounts;
  /** ÅÅÅÅ-MM-DD. */
  readonly today: string;
}

function problemsIn(
  items: readonly Item[],
  answers: Answers,
  row: RowId | null,
  about: About,
): AnswerProblem[] {
  return items.flatMap((item) => {
    if (!about.shown.has(item.id, row)) return [];
    const at = row === null ? { item: item.id } : { item: item.id, row };
    if (item.kind.type === 'section') return problemsIn(item.items ?? [], answers, row, about);
    const answer = answers[item.id];
    if (item.kind.type === 'repeatedSection') {
      const rows = answer?.type === 'rows' ? answer.value : [];
      if (rows.length === 0) return item.required ? [{ ...at, fault: 'missing' }] : [];
      if (rows.length > item.kind.maxRows) return [{ ...at, fault: 'tooManyRows' }];
      return rows.flatMap((one) => problemsIn(item.items ?? [], one.answers, one.id, about));
    }
    const fault = faultIn(item, answer, about);
    return fault === null ? [] : [{ ...at, fault }];
  });
}

function faultIn(item: Item, answer: Answer | undefined, { files, today }: About): AnswerFault | null {
  if (!isQuestion(item)) return null;
  if (item.kind.type === 'attachment') {
    const count = files[item.id] ?? 0;
    if (count === 0) return item.required ? 'missing' : null;
    return count > item.kind.maxFiles ? 'tooManyFiles' : null;
  }
  if (!saysSomething(answer)) return item.required ? 'missing' : null;
  const fault = faultInAnswer(item.kind, answer, today);
  if (fault !== null || item.kind.type !== 'matrix' || answer.type !== 'matrix') return fault;
  return item.required && Object.keys(answer.value).length < item.kind.rows.length ? 'rowsLeft' : null;
}

function faultInAnswer(kind: ItemKind, answer: Answer, today: string): AnswerFault | null {
  switch (kind.type) {
    case 'longText':
      return answer.type === 'text' ? faultInText(answer.value, kind.maxLength, 'any') : 'wrongKind';
    case 'shortText':
      return answer.type === 'text'
        ? faultInText(answer.value, kind.maxLength, kind.format ?? 'any')
        : 'wrongKind';
    case 'number':
      return answer.type === 'number' ? faultInNumber(kind, answer.value) : 'wrongKind';
    case 'scale':
      return answer.type === 'number' ? faultInNumber(stepsOf(kind), answer.value) : 'wrongKind';
    case 'date':
      return answer.type === 'date' ? faultInDate(kind, answer.value, today) : 'wrongKind';
    case 'time':
      if (answer.type !== 'time') return 'wrongKind';
      return parseTime(answer.value) === null ? 'notATime' : null;
    case 'dateTime':
      if (answer.type !== 'dateTime') return 'wrongKind';
      if (parseDate(answer.value.date) === null) return 'notADate';
      return parseTime(answer.value.time) === null ? 'notATime' : null;
    case 'yesNo':
      return answer.type === 'yesNo' ? null : 'wrongKind';
    case 'confirmation':
      return answer.type === 'confirmed' ? null : 'wrongKind';
    case 'singleChoice':
    case 'dropdown':
      return answer.type === 'choice' || (answer.type === 'written' && chosenIn(answer).length < 2)
        ? faultInChoice(kind.options, answer)
        : 'wrongKind';
    case 'multipleChoice':
      return answer.type === 'choices' || answer.type === 'written'
        ? faultInChoice(kind.options, answer)
        : 'wrongKind';
    case 'matrix':
      return answer.type === 'matrix' ? null : 'wrongKind';
    case 'attachment':
    case 'information':
    case 'section':
    case 'repeatedSection':
    case 'foreign':
      return 'wrongKind';
  }
}

function faultInText(written: string, maxLength: number, format: TextFormat): AnswerFault | null {
  const text = written.trim();
  if ([...text].length > maxLength) return 'tooLong';
  return isOfFormat(text, format) ? null : 'notOfFormat';
}

function isOfFormat(text: string, format: TextFormat): boolean {
  switch (format) {
    case 'any':
      return true;
    case 'phone': {
      const digits = text.replaceAll(/[^0-9]/g, '').length;
      return /^\+?[0-9 ()/-]*$/.test(text) && digits >= 5 && digits <= 15;
    }
    case 'email':
      return /^[^\s@]+@[^\s@.]+(\.[^\s@.]+)+$/.test(text);
    case 'personNumber':
      return isPersonNumber(text);
  }
}

function faultInChoice(options: readonly Choice[], answer: Answer): AnswerFault | null {
  const chosen = chosenIn(answer);
  const taken = options.filter(({ id }) => chosen.includes(id));
  if (taken.length < chosen.length) return 'wrongKind';
  if (taken.length > 1 && taken.some(({ role }) => role === 'exclusive')) return 'notTogether';
  if (!taken.some(({ role }) => role === 'other')) return null;
  const text = answer.type === 'written' ? answer.value.text.trim() : '';
  if (text === '') return 'otherMissing';
  return [...text].length > longestOther ? 'tooLong' : null;
}

interface Limits {
  readonly min: string | null;
  readonly max: string | null;
  readonly decimals: number;
}

function stepsOf({ min, max }: Extract<ItemKind, { type: 'scale' }>): Limits {
  return { min: String(min), max: String(max), decimals: 0 };
}

function faultInNumber(kind: Limits, text: string): AnswerFault | null {
  const number = decimal(text);
  if (number === null) return 'notANumber';
  if (number.decimals > kind.decimals) return 'tooManyDecimals';
  const min = decimal(kind.min ?? '');
  const max = decimal(kind.max ?? '');
  if (min !== null && number.millionths < min.millionths) return 'tooSmall';
  if (max !== null && number.millionths > max.millionths) return 'tooLarge';
  return null;
}

function faultInDate(
  { earliest, latest }: Extract<ItemKind, { type: 'date' }>,
  text: string,
  today: string,
): AnswerFault | null {
  const date = parseDate(text);
  if (date === null) return 'notADate';
  // Days written alike sort as they follow each other.
  if (earliest && date < limitOn(earliest, today)) return 'tooEarly';
  if (latest && date > limitOn(latest, today)) return 'tooLate';
  return null;
}

/** The day that a limit is when answered on `today`, both ÅÅÅÅ-MM-DD. */
export function limitOn(limit: DateLimit, today: string): string {
  if (limit.limit === 'day') return limit.date;
  const date = new Date(`${today}T12:00:00Z`);
  date.setUTCDate(date.getUTCDate() + limit.days);
  return date.toISOString().slice(0, 10);
}

/** The day here, ÅÅÅÅ-MM-DD. */
export function dayOf(date: Date): string {
  const two = (part: number): string => String(part).padStart(2, '0');
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}
