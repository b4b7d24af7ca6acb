import type {
  Became,
  BodyPart,
  Choice,
  Difference,
  Item,
  ItemDifference,
  ScoreRange,
  TemplateContent,
  TranslatedText,
  VersionComparison,
} from '../../../bindings';
import { nameOf } from '../../../form/languages';
import { findItem, isSection } from '../../../form/tree';
import { withSmall } from '../../../i18n/format';
import { t } from '../../../i18n/sv';
import { sentenceOf, titleOf } from '../condition/sentence';
import { placeNames } from '../languages/names';
import { itemLines, outline } from '../outline';
import { settingsOf } from './settings';

/** A difference in words: what it is about, and what of it is another. */
export interface DifferenceText {
  readonly title: string;
  readonly lines: readonly DifferenceLine[];
}

/** One thing that is another than it was; of what is only there or not, one side. */
export interface DifferenceLine {
  readonly label: string;
  readonly before?: string;
  readonly after?: string;
}

/** Each difference in words, with questions named as each side counts them. */
export function differencesInWords({ before, after, differences }: VersionComparison): DifferenceText[] {
  return differences.map((difference) => inWords(difference, before, after));
}

function inWords(difference: Difference, before: TemplateContent, after: TemplateContent): DifferenceText {
  const words = t.life.compare;
  switch (difference.difference) {
    case 'written': {
      const { field } = difference;
      return { title: words.field[field], lines: [sides('', before[field], after[field])] };
    }
    case 'answersAllowed':
      return { title: words.answersAllowed[after.answerable ? 'true' : 'false'], lines: [] };
    case 'part':
      return partInWords(difference.part, difference.became, before, after);
    case 'example': {
      const name = (content: TemplateContent): string | undefined =>
        content.examples?.find((one) => one.id === difference.example)?.name.trim();
      const named = words.example(name(after) ?? name(before) ?? '');
      return { title: words.became[difference.became](named), lines: [] };
    }
    case 'scoreRange': {
      const of = (content: TemplateContent): ScoreRange | undefined =>
        content.scoreRanges?.find((one) => one.id === difference.range);
      const [was, is] = [of(before), of(after)];
      const named = words.scoreRange((is ?? was)?.name.trim() ?? '');
      const said = (range: ScoreRange): string => words.scoreRangeIs(range.name.trim(), range.from, range.to);
      const lines =
        difference.became === 'moved'
          ? []
          : [{ label: '', ...(was ? { before: said(was) } : {}), ...(is ? { after: said(is) } : {}) }];
      return { title: words.becameOne[difference.became](named), lines };
    }
    case 'itemAdded':
      return {
        title: words.became.added(itemName(after, difference.item)),
        lines: added(after, difference.item),
      };
    case 'itemRemoved':
      return { title: words.became.removed(itemName(before, difference.item)), lines: [] };
    case 'itemMoved': {
      const at = (content: TemplateContent): string => placeInWords(content, difference.item);
      return { title: words.isMoved(itemName(after, difference.item), at(before), at(after)), lines: [] };
    }
    case 'itemChanged': {
      const [was, is] = [findItem(before.form, difference.item), findItem(after.form, difference.item)];
      const lines =
        was && is ? difference.changes.flatMap((one) => changed(one, was, is, before, after)) : [];
      return { title: words.became.changed(itemName(after, difference.item)), lines };
    }
    case 'language': {
      const { swedish } = nameOf(difference.language);
      return { title: t.languages.compare.language[difference.became](swedish), lines: [] };
    }
    case 'translated':
      return translationInWords(difference, before, after);
    case 'markup':
      return { title: words.markup[after.markup ? 'true' : 'false'], lines: [] };
    case 'foreign':
      return { title: words.foreign, lines: [] };
  }
}

function translationInWords(
  { language, place, became }: Extract<Difference, { difference: 'translated' }>,
  before: TemplateContent,
  after: TemplateContent,
): DifferenceText {
  const words = t.languages.compare;
  const textIn = (content: TemplateContent): TranslatedText | undefined =>
    content.translations?.find((one) => one.language === language)?.texts[place];
  const [was, is] = [textIn(before), textIn(after)];
  const name = placeNames(after)(place) || placeNames(before)(place) || words.gone;
  const title = t.life.compare.became[became](words.translated(nameOf(language).swedish, withSmall(name)));
  const line = (label: string, of: 'text' | 'of'): DifferenceLine[] =>
    was?.[of] === is?.[of]
      ? []
      : [{ label, ...(was ? { before: was[of] } : {}), ...(is ? { after: is[of] } : {}) }];
  // Of what is new or gone, which Swedish it was made of says nothing.
  return { title, lines: [...line('', 'text'), ...(was && is ? line(words.of, 'of') : [])] };
}

function sides(label: string, before: string, after: string): DifferenceLine {
  const said = (text: string): string => text.trim() || t.life.compare.nothing;
  return { label, before: said(before), after: said(after) };
}

function partInWords(
  id: string,
  became: Became,
  before: TemplateContent,
  after: TemplateContent,
): DifferenceText {
  const words = t.life.compare;
  const [was, is] = [partOf(before, id), partOf(after, id)];
  const name = partName(is ? after : before, id);
  if (became === 'moved') {
    const at = (content: TemplateContent): string => words.part(placeOf(content, id));
    return { title: words.isMoved(name, at(before), at(after)), lines: [] };
  }
  return { title: words.became[became](name), lines: partLines(was, is) };
}

function partOf({ body }: TemplateContent, id: string): BodyPart | undefined {
  return body.find((part) => part.id === id);
}

function placeOf({ body }: TemplateContent, id: string): number {
  return body.findIndex((part) => part.id === id) + 1;
}

function partName(content: TemplateContent, id: string): string {
  const words = t.life.compare;
  const at = placeOf(content, id);
  return partOf(content, id)?.part === 'slot' ? words.partSlot(at) : words.partText(at);
}

function partLines(was: BodyPart | undefined, is: BodyPart | undefined): DifferenceLine[] {
  const text = (part: BodyPart | undefined): string | undefined =>
    part && ((part.part === 'text' ? part.text : part.label).trim() || t.life.compare.nothing);
  const label = (is ?? was)?.part === 'slot' ? t.life.compare.of.slot : '';
  const [before, after] = [text(was), text(is)];
  const lines: DifferenceLine[] = [];
  if (before !== after) {
    lines.push({
      label,
      ...(before === undefined ? {} : { before }),
      ...(after === undefined ? {} : { after }),
    });
  }
  if (was?.part === 'slot' && is?.part === 'slot' && was.required !== is.required) {
    lines.push(sides(t.life.settings.slotRequired, yesNo(was.required), yesNo(is.required)));
  }
  return lines;
}

/** "Fråga 4 ”När föll du?”". */
function itemName(content: TemplateContent, id: string): string {
  const line = itemLines(outline(content.form)).find((one) => one.id === id);
  if (!line) return '';
  const named = t.life.compare.named(line.name, line.item.text.trim() === '' ? '' : titleOf(line.item));
  return isSection(line.item) ? t.life.compare.holding(named, questionsIn(line.item)) : named;
}

function questionsIn(section: Item): number {
  return itemLines(outline(section.items ?? [])).filter(({ item }) => !isSection(item)).length;
}

/** "fråga 4 i Avsnitt 2". */
function placeInWords({ form }: TemplateContent, id: string): string {
  const words = t.builder.form.places;
  const lines = itemLines(outline(form));
  const line = lines.find((one) => one.id === id);
  if (!line) return '';
  const place = isSection(line.item) ? words.section(line.number) : words.question(line.number);
  const around = lines.find((one) => one.id === line.section);
  return around ? words.inSection(place, around.name) : place;
}

/** Of a new question, what must be known to judge it: how it is answered, and between what. */
function added(content: TemplateContent, id: string): DifferenceLine[] {
  const item = findItem(content.form, id);
  if (!item || isSection(item)) return [];
  const { of, list } = t.life.compare;
  const lines: DifferenceLine[] = [{ label: of.kind, after: t.builder.form.kinds[item.kind.type] }];
  if ('options' in item.kind) {
    lines.push(...item.kind.options.map((one) => ({ label: list.options.added, after: choiceInWords(one) })));
  }
  if (item.kind.type === 'matrix') {
    lines.push(...item.kind.rows.map((one) => ({ label: list.rows.added, after: choiceInWords(one) })));
  }
  if (item.picture) lines.push({ label: of.picture, after: pictureInWords(item) || t.life.compare.nothing });
  if (item.shownWhen) lines.push({ label: of.condition, after: conditionOf(item, content) });
  return lines;
}

function changed(
  difference: ItemDifference,
  was: Item,
  is: Item,
  before: TemplateContent,
  after: TemplateContent,
): DifferenceLine[] {
  const words = t.life.compare;
  const { kinds } = t.builder.form;
  switch (difference.of) {
    case 'text':
      return [sides(words.of.text, was.text, is.text)];
    case 'help':
      return [sides(words.of.help, was.help, is.help)];
    case 'required':
      return [{ label: words.requiredNow[is.required ? 'true' : 'false'] }];
    case 'kind':
      return [sides(words.of.kind, kinds[was.kind.type], kinds[is.kind.type])];
    case 'settings': {
      const earlier = settingsOf(was.kind);
      return settingsOf(is.kind).flatMap(([name, value], at) => {
        const [, old] = earlier[at] ?? [name, ''];
        return old === value ? [] : [sides(name, old, value)];
      });
    }
    case 'options': {
      const list = words.list[difference.list];
      return [
        ...difference.added.map((one) => ({ label: list.added, after: choiceInWords(one) })),
        ...difference.removed.map((one) => ({ label: list.removed, before: choiceInWords(one) })),
        ...difference.changed.map((one) =>
          sides(list.changed, choiceInWords(one.before), choiceInWords(one.after)),
        ),
        ...(difference.isMoved ? [{ label: list.moved }] : []),
      ];
    }
    case 'condition':
      return [sides(words.of.condition, conditionOf(was, before), conditionOf(is, after))];
    case 'picture':
      return [{ label: words.picture[!is.picture ? 'removed' : was.picture ? 'changed' : 'added'] }];
    case 'pictureDescription':
      return [sides(words.of.pictureDescription, pictureInWords(was), pictureInWords(is))];
    case 'faultText':
      return [sides(words.of.faultText, was.details?.faultText ?? '', is.details?.faultText ?? '')];
    case 'initial':
      return [
        {
          label: words.of.initial,
          after: is.details?.initial ? words.initialSet : t.builder.form.more.noInitial,
        },
      ];
    case 'codes':
      return [sides(words.of.codes, codesOf(was), codesOf(is))];
    case 'bank':
      return [{ label: words.of.bank }];
    case 'foreign':
      return [{ label: words.of.foreign }];
  }
}

function pictureInWords({ picture }: Item): string {
  return picture?.decorative ? t.pictures.decorative : (picture?.alt ?? '');
}

function conditionOf(item: Item, { form }: TemplateContent): string {
  return item.shownWhen ? sentenceOf(item.shownWhen, itemLines(outline(form))) : t.life.compare.always;
}

/** What a question is called in code systems. */
export function codesOf(item: Item): string {
  return (item.details?.codes ?? []).map((code) => `${code.code} ${code.display ?? ''}`.trim()).join(', ');
}

function choiceInWords(choice: Choice): string {
  const beside = besideChoice(choice);
  const said = choice.text.trim() || t.life.compare.nothing;
  return beside === '' ? said : `${said} (${beside})`;
}

/** What an alternative is beside its text; empty when nothing. */
export function besideChoice({ role, score, code }: Choice): string {
  const words = t.life.compare;
  const said = [
    words.role[role ?? 'plain'],
    score === undefined ? '' : words.score(score),
    code ? code.code : '',
  ];
  return said.filter((one) => one !== '').join(', ');
}

function yesNo(is: boolean): string {
  return is ? t.life.settings.yes : t.life.settings.no;
}
