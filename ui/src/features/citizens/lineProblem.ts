import type { LineProblem } from '../../bindings';
import { t } from '../../i18n/sv';

const words = t.citizens.lineProblems;

const numberProblems = {
  empty: words.numberEmpty,
  reserve: words.numberReserve,
  form: words.numberForm,
  date: words.numberDate,
  future: words.numberFuture,
  checkDigit: words.numberCheckDigit,
} as const;

/** What is wrong with a line of the file, and how to mend it. */
export function textOfLine(reason: LineProblem): { readonly wrong: string; readonly mend: string } {
  switch (reason.problem) {
    case 'number':
      return numberProblems[reason.reason];
    case 'repeated':
      return words.repeated(reason.line);
    case 'unknownWord':
      return words.unknownWord(reason.column, reason.accepted);
    case 'nameMissing':
    case 'newNumber':
    case 'newNumberIsOld':
    case 'guardianUnnamed':
    case 'unreadable':
      return words[reason.problem];
  }
}
