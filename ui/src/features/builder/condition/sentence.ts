import type { Item, ShownWhen, Test } from '../../../bindings';
import { plain } from '../../../form/markup';
import { withComma } from '../../../i18n/format';
import { t } from '../../../i18n/sv';
import type { Line } from '../outline';

/** Longer questions are cut in a sentence: they are known by their numbers. */
const LONGEST = 60;

/** The condition as a plain Swedish sentence: "Visas bara om fråga 2 ”Har du ont?” är Ja och (…)." */
export function sentenceOf({ combine, groups }: ShownWhen, lines: readonly Line[]): string {
  const words = t.conditions.sentence;
  const inner = groups.map((group) => {
    const tests = group.tests.map((test) => testInWords(test, lines)).join(` ${words.and[group.combine]} `);
    return groups.length > 1 && group.tests.length > 1 ? words.brackets(tests) : tests;
  });
  return `${words.start} ${inner.join(` ${words.and[combine]} `)}.`;
}

/** A question as it is named in lists. */
export function titleOf(item: Item): string {
  const words = item.kind.type === 'information' ? plain(item.text) : item.text;
  const text = words.trim() || t.conditions.untitled;
  return text.length > LONGEST ? `${text.slice(0, LONGEST).trimEnd()} …` : text;
}

function testInWords({ item: id, comparison }: Test, lines: readonly Line[]): string {
  const words = t.conditions;
  const line = lines.find((one) => one.id === id);
  if (!line) return words.sentence.goneQuestion;
  const source = line.item;
  const question = words.sentence.question(line.name, titleOf(source));
  const verb = verbOf(comparison.is, source);
  if ('option' in comparison) {
    const options = 'options' in source.kind ? source.kind.options : [];
    const option = options.find((one) => one.id === comparison.option);
    return `${question} ${verb} ${words.sentence.quoted(option ? option.text.trim() : words.optionGone)}`;
  }
  if ('than' in comparison) {
    const unit = source.kind.type === 'number' ? source.kind.unit : '';
    return `${question} ${verb} ${`${withComma(comparison.than) || '…'} ${unit}`.trim()}`;
  }
  return `${question} ${verb}`;
}

/** Of several chosen ones, an alternative is one; of one, it is the answer. */
export function verbOf(is: Test['comparison']['is'], source: Item): string {
  const words = t.conditions;
  if (source.kind.type === 'multipleChoice' && is === 'option') return words.severalHave;
  if (source.kind.type === 'multipleChoice' && is === 'notOption') return words.severalLack;
  return words.comparisons[is];
}
