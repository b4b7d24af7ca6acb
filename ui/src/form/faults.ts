import type { AnswerFault, AnswerProblem, Item, ItemKind } from '../bindings';
import type { FieldFault } from '../components/ErrorSummary';
import { withComma } from '../i18n/format';
import { t } from '../i18n/sv';

/** The id that a question's field has in the page: what the error summary points at. */
export function fieldId(item: string): string {
  return `fraga-${item}`;
}

/** What is wrong with an answer, and how to right it. */
export function faultText({ kind }: Item, fault: AnswerFault): string {
  const words = t.form.faults;
  switch (fault) {
    case 'missing':
      return words.missing[kind.type];
    case 'tooLong':
      return 'maxLength' in kind ? words.tooLong(kind.maxLength) : words.wrongKind;
    case 'notANumber':
      return words.notANumber;
    case 'tooManyDecimals':
      if (kind.type !== 'number') return words.wrongKind;
      return kind.decimals === 0 ? words.wholeNumber : words.tooManyDecimals(kind.decimals);
    case 'tooSmall':
      return words.tooSmall(limit(kind, 'min'));
    case 'tooLarge':
      return words.tooLarge(limit(kind, 'max'));
    case 'notADate':
      return words.notADate;
    case 'tooManyFiles':
      return words.tooManyFiles(kind.type === 'attachment' ? kind.maxFiles : 0);
    case 'wrongKind':
      return words.wrongKind;
  }
}

/** A number's limit as people here write it, with its unit. */
function limit(kind: ItemKind, end: 'min' | 'max'): string {
  if (kind.type === 'scale') return String(kind[end]);
  if (kind.type !== 'number') return '';
  return `${withComma(kind[end] ?? '')} ${kind.unit}`.trim();
}

/** The problems as the error summary lists them, each with its question. Those of unknown questions have nowhere to point. */
export function faultsToList(form: readonly Item[], problems: readonly AnswerProblem[]): FieldFault[] {
  return form.flatMap((item) => {
    const problem = problems.find((one) => one.item === item.id);
    if (!problem) return [];
    return [
      { field: fieldId(item.id), text: t.form.faultOf(item.text.trim(), faultText(item, problem.fault)) },
    ];
  });
}
