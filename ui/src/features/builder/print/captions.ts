import type { Item, ItemCaption, OptionId } from '../../../bindings';
import { wordsFor } from '../../../form/AnswersView';
import { isQuestion } from '../../../form/answers';
import { isRepeated } from '../../../form/tree';
import { t } from '../../../i18n/sv';
import { sentenceOf } from '../condition/sentence';
import { requiredLabel } from '../ItemCard';
import { besideChoice, codesOf } from '../life/differences';
import { settingsOf } from '../life/settings';
import { itemLines, type Line, outline } from '../outline';

/** What the screen says of every item beside its own texts, for the core to set beside them in a PDF. */
export function captionsOf(form: readonly Item[]): ItemCaption[] {
  const lines = itemLines(outline(form));
  return lines.map(({ item, name }) => ({
    item: item.id,
    name,
    facts: factsOf(item, lines).filter(([, said]) => said.trim() !== ''),
    beside: besideOf(item),
  }));
}

function factsOf(item: Item, lines: readonly Line[]): [string, string][] {
  const { of } = t.life.compare;
  const { kinds, more } = t.builder.form;
  const { kind, details } = item;
  const isAsked = isQuestion(item) || isRepeated(item);
  return [
    [of.kind, kinds[kind.type]],
    ...settingsOf(kind).map(([name, said]): [string, string] => [name, said]),
    [requiredLabel(kind.type), isAsked ? t.life.settings[item.required ? 'yes' : 'no'] : ''],
    [of.condition, item.shownWhen ? sentenceOf(item.shownWhen, lines) : ''],
    [of.faultText, details?.faultText ?? ''],
    [more.initial, details?.initial ? wordsFor(item, details.initial).join(', ') : ''],
    [of.codes, codesOf(item)],
  ];
}

function besideOf({ kind }: Item): ItemCaption['beside'] {
  const choices = [...('options' in kind ? kind.options : []), ...(kind.type === 'matrix' ? kind.rows : [])];
  const said = choices.map((choice): [OptionId, string] => [choice.id, besideChoice(choice)]);
  return Object.fromEntries(said.filter(([, beside]) => beside !== ''));
}
