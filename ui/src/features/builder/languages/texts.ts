import type { Item, TemplateContent, TextPlace, Translation } from '../../../bindings';
import { placeOf } from '../../../form/languages';
import { walk } from '../../../form/tree';
import { t } from '../../../i18n/sv';

/** A text that the citizen reads, in Swedish. */
export interface CitizenText {
  readonly place: TextPlace;
  readonly text: string;
  /** Whether its marks mean something. */
  readonly hasMarks: boolean;
}

/** How far a text is translated. */
export type TextState = 'current' | 'missing' | 'outdated';

/**
 * Every text that the citizen can meet, in the order of reading. Which they are is said by the core
 * (domain/src/template/translation.rs), and the cases in `bindings/texts.json` hold this to it.
 */
export function textsOf(content: TemplateContent): readonly CitizenText[] {
  const { answerable, body, form } = content;
  const items = answerable ? walk(form) : [];
  const all: readonly Written[] = [
    ['name', content.name],
    ['purpose', content.purpose],
    ...body.flatMap((part): Written[] =>
      part.part === 'text' ? [[placeOf.part(part.id), part.text, true]] : [],
    ),
    ...(answerable ? [['answerUse', content.answerUse] as const] : []),
    ['contact', content.contact],
    ...items.flatMap(ofItem),
    ...(items.some(({ kind }) => kind.type === 'yesNo') ? yesAndNo : []),
  ];
  return all
    .filter(([, text]) => text.trim() !== '')
    .map(([place, text, mayHaveMarks]) => ({
      place,
      text,
      hasMarks: content.markup === true && mayHaveMarks === true,
    }));
}

type Written = readonly [place: TextPlace, text: string, mayHaveMarks?: boolean];

const yesAndNo: readonly Written[] = [
  [placeOf.yes, t.form.yes],
  [placeOf.no, t.form.no],
];

function ofItem(item: Item): readonly Written[] {
  const { id, kind } = item;
  // What cannot be asked here is sent to nobody.
  if (kind.type === 'foreign') return [];
  const isInformation = kind.type === 'information';
  return [
    [placeOf.item(id), item.text, isInformation],
    [placeOf.picture(id), item.picture?.decorative ? '' : (item.picture?.alt ?? '')],
    [placeOf.help(id), item.help, true],
    ...ofKind(item),
    ...(isInformation ? [] : [[placeOf.fault(id), item.details?.faultText ?? ''] as const]),
  ];
}

function ofKind({ id, kind }: Item): readonly Written[] {
  const choices = (list: readonly { readonly id: string; readonly text: string }[]): readonly Written[] =>
    list.map((one) => [placeOf.option(id, one.id), one.text]);
  switch (kind.type) {
    case 'number':
      return [[placeOf.unit(id), kind.unit]];
    case 'scale':
      return [
        [placeOf.low(id), kind.low],
        [placeOf.high(id), kind.high],
      ];
    case 'repeatedSection':
      return [[placeOf.row(id), kind.row]];
    case 'matrix':
      return [...choices(kind.rows), ...choices(kind.options)];
    case 'singleChoice':
    case 'dropdown':
    case 'multipleChoice':
      return choices(kind.options);
    default:
      return [];
  }
}

/** How far a text is translated. */
export function stateOf(translation: Translation, { place, text }: CitizenText): TextState {
  const translated = translation.texts[place];
  if (!translated) return 'missing';
  return translated.of.trim() === text.trim() ? 'current' : 'outdated';
}
