import type { Answer, AnswerFault, AnswerProblem, Item, ItemKind } from '../bindings';
import { parseDate } from '../i18n/parse';
import type { Answers, FileCounts } from './answers';
import { decimal } from './decimal';
import { saysSomething } from './says';
import { shownOf } from './shown';

/**
 * What is wrong with the answers to what is shown, in the form's order. The same rules as the core's, so that the citizen need not wait for them;
 * the core's verdict is the one that counts.
 */
export function check(form: readonly Item[], answers: Answers, files: FileCounts): AnswerProblem[] {
  return shownOf(form, answers).flatMap((item) => {
    const fault = faultIn(item, answers[item.id], files[item.id] ?? 0);
    return fault === null ? [] : [{ item: item.id, fault }];
  });
}

function faultIn(item: Item, answer: Answer | undefined, files: number): AnswerFault | null {
  if (item.kind.type === 'information') return null;
  if (item.kind.type === 'attachment') {
    if (files === 0) return item.required ? 'missing' : null;
    return files > item.kind.maxFiles ? 'tooManyFiles' : null;
  }
  if (!saysSomething(answer)) return item.required ? 'missing' : null;
  return faultInAnswer(item.kind, answer);
}

function faultInAnswer(kind: ItemKind, answer: Answer): AnswerFault | null {
  switch (kind.type) {
    case 'longText':
    case 'shortText':
      if (answer.type !== 'text') return 'wrongKind';
      return [...answer.value.trim()].length > kind.maxLength ? 'tooLong' : null;
    case 'number':
      return answer.type === 'number' ? faultInNumber(kind, answer.value) : 'wrongKind';
    case 'scale':
      return answer.type === 'number' ? faultInNumber(stepsOf(kind), answer.value) : 'wrongKind';
    case 'date':
      if (answer.type !== 'date') return 'wrongKind';
      return parseDate(answer.value) === null ? 'notADate' : null;
    case 'yesNo':
      return answer.type === 'yesNo' ? null : 'wrongKind';
    case 'confirmation':
      return answer.type === 'confirmed' ? null : 'wrongKind';
    case 'singleChoice':
      return answer.type === 'choice' && isAmong(kind, answer.value) ? null : 'wrongKind';
    case 'multipleChoice':
      return answer.type === 'choices' && answer.value.every((one) => isAmong(kind, one))
        ? null
        : 'wrongKind';
    case 'attachment':
    case 'information':
      return 'wrongKind';
  }
}

function isAmong(kind: Extract<ItemKind, { options: unknown }>, chosen: string): boolean {
  return kind.options.some((option) => option.id === chosen);
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
