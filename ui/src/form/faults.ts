import type { AnswerFault, AnswerProblem, DateLimit, Item, ItemKind, RowId } from '../bindings';
import type { FieldFault } from '../components/ErrorSummary';
import { withCapital, withComma } from '../i18n/format';
import { t } from '../i18n/sv';
import type { Answers } from './answers';
import { dayOf, limitOn } from './check';
import { standing } from './tree';

/** What the ids of a form that is answered begin with. A preview's begin otherwise: the same form may stand beside it. */
export const ANSWERED = 'fraga';

/** The id that a question's field has in the page: what the error summary points at. */
export function fieldId(item: string, row: RowId | null = null, prefix = ANSWERED): string {
  return row === null ? `${prefix}-${item}` : `${prefix}-${row}-${item}`;
}

/** What is wrong with an answer, and how to right it: in the question's own words where it has such. */
export function faultText({ kind, details }: Item, fault: AnswerFault): string {
  const own = details?.faultText?.trim() ?? '';
  // That nothing is answered is said as everywhere; the question's words are about what was.
  return own !== '' && fault !== 'missing' ? own : ordinaryText(kind, fault);
}

function ordinaryText(kind: ItemKind, fault: AnswerFault): string {
  const words = t.form.faults;
  switch (fault) {
    case 'missing':
      return words.missing[kind.type];
    case 'tooLong':
      return 'maxLength' in kind ? words.tooLong(kind.maxLength) : words.otherTooLong;
    case 'tooManyDecimals':
      if (kind.type !== 'number') return words.wrongKind;
      return kind.decimals === 0 ? words.wholeNumber : words.tooManyDecimals(kind.decimals);
    case 'tooSmall':
      return words.tooSmall(limit(kind, 'min'));
    case 'tooLarge':
      return words.tooLarge(limit(kind, 'max'));
    case 'tooEarly':
      return words.tooEarly(day(kind.type === 'date' ? kind.earliest : undefined));
    case 'tooLate':
      return words.tooLate(day(kind.type === 'date' ? kind.latest : undefined));
    case 'notOfFormat':
      return words.notOfFormat[(kind.type === 'shortText' ? kind.format : undefined) ?? 'any'];
    case 'tooManyFiles':
      return words.tooManyFiles(kind.type === 'attachment' ? kind.maxFiles : 0);
    case 'tooManyRows':
      return words.tooManyRows(kind.type === 'repeatedSection' ? kind.maxRows : 0);
    case 'notANumber':
    case 'notADate':
    case 'notATime':
    case 'notTogether':
    case 'otherMissing':
    case 'rowsLeft':
    case 'wrongKind':
      return words[fault];
  }
}

/** A number's limit as people here write it, with its unit. */
function limit(kind: ItemKind, end: 'min' | 'max'): string {
  if (kind.type === 'scale') return String(kind[end]);
  if (kind.type !== 'number') return '';
  return `${withComma(kind[end] ?? '')} ${kind.unit}`.trim();
}

function day(limit: DateLimit | undefined): string {
  return limit ? limitOn(limit, dayOf(new Date())) : '';
}

/** The problems as the error summary lists them, each with its question. Those of unknown questions have nowhere to point. */
export function faultsToList(
  form: readonly Item[],
  problems: readonly AnswerProblem[],
  answers: Answers = {},
): FieldFault[] {
  const places = new Map(standing(form).map((one) => [one.item.id, one]));
  return problems.flatMap(({ item: id, row, fault }) => {
    const place = places.get(id);
    if (!place) return [];
    const { item, repeated } = place;
    const text = t.form.faultOf(item.text.trim(), faultText(item, fault));
    const rows = repeated && answers[repeated.id];
    const at = rows?.type === 'rows' ? rows.value.findIndex((one) => one.id === row) : -1;
    return [
      {
        field: fieldId(id, row ?? null),
        text: repeated && at !== -1 ? t.form.inRow(rowName(repeated, at), text) : text,
      },
    ];
  });
}

/** What a row of a repeated section is called: "Läkemedel 2". */
export function rowName(section: Item, at: number): string {
  const own = section.kind.type === 'repeatedSection' ? section.kind.row.trim() : '';
  const name = own === '' ? section.text.trim() : own;
  return `${withCapital(name)} ${at + 1}`;
}
