import type { Item, ItemKind } from '../../../bindings';
import type { Answers } from '../../../form/answers';
import { shownIn } from '../../../form/shown';
import { standing } from '../../../form/tree';

/** Seconds that it takes to answer, its reading not counted: guesses, for telling three minutes from fifteen. */
const SECONDS: Record<ItemKind['type'], number> = {
  longText: 45,
  shortText: 15,
  yesNo: 5,
  singleChoice: 8,
  dropdown: 10,
  multipleChoice: 12,
  matrix: 6,
  number: 12,
  scale: 8,
  date: 12,
  time: 10,
  dateTime: 18,
  confirmation: 5,
  attachment: 60,
  information: 0,
  section: 0,
  repeatedSection: 10,
  foreign: 0,
};
/** Words that are read in a minute: slow, as one reads what one has to answer. */
const WORDS_A_MINUTE = 150;

/** Whole minutes, at least one, to read and answer what is shown when these are the answers; a repeated section once. */
export function minutesFor(form: readonly Item[], answers: Answers): number {
  const shown = shownIn(form, answers);
  const asked = standing(form).filter(({ item, repeated }) => shown.has(repeated?.id ?? item.id));
  const seconds = asked.reduce((sum, { item }) => {
    const rows = item.kind.type === 'matrix' ? item.kind.rows.length : 1;
    return sum + SECONDS[item.kind.type] * rows + (wordsIn(item) * 60) / WORDS_A_MINUTE;
  }, 0);
  return Math.max(1, Math.round(seconds / 60));
}

function wordsIn(item: Item): number {
  const options = 'options' in item.kind ? item.kind.options.map(({ text }) => text) : [];
  return [item.text, item.help, ...options]
    .join(' ')
    .split(/\s+/u)
    .filter((word) => word !== '').length;
}
