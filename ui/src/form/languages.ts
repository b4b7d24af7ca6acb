import type { Item, ItemKind, Language, Message, TextPlace } from '../bindings';
import table from '../bindings/languages.json';

/** A language as it is shown: what it is called here and by those who speak it, and which way it is written. */
export interface LanguageName {
  readonly swedish: string;
  readonly own: string;
  readonly dir: 'ltr' | 'rtl';
}

/** Every language, in the order of their Swedish names. */
export const languages: readonly Language[] = table.map(({ tag }) => tag).filter(isLanguage);

function isLanguage(tag: string): tag is Language {
  return table.some((row) => row.tag === tag);
}

/** What a language is called. */
export function nameOf(language: Language): LanguageName {
  const row = table.find(({ tag }) => tag === language);
  return {
    swedish: row?.swedish ?? language,
    own: row?.own ?? language,
    dir: row?.direction === 'rtl' ? 'rtl' : 'ltr',
  };
}

/** The places of texts, as the core tells them (domain/src/template/translation.rs). */
export const placeOf = {
  yes: 'yes',
  no: 'no',
  option: (item: string, option: string): TextPlace => `item/${item}/option/${option}`,
  help: (item: string): TextPlace => `item/${item}/help`,
  picture: (item: string): TextPlace => `item/${item}/picture`,
  fault: (item: string): TextPlace => `item/${item}/fault`,
  unit: (item: string): TextPlace => `item/${item}/unit`,
  low: (item: string): TextPlace => `item/${item}/low`,
  high: (item: string): TextPlace => `item/${item}/high`,
  row: (item: string): TextPlace => `item/${item}/row`,
  item: (item: string): TextPlace => `item/${item}`,
  part: (part: string): TextPlace => `part/${part}`,
} as const;

/**
 * The message as it reads in one of its languages. What has no words there, which is what the handler wrote, stays as it is. Ids
 * and limits are the same, so that answers are the same answers.
 */
export function inLanguage(message: Message, language: Language | null): Message {
  const of = message.languages?.find((one) => one.language === language);
  if (!of) return message;
  const said = (place: TextPlace, swedish: string): string => of.texts[place] ?? swedish;
  return {
    ...message,
    heading: said('name', message.heading),
    purpose: said('purpose', message.purpose),
    paragraphs: message.paragraphs.map((text, at) => of.paragraphs[at] ?? text),
    answerUse: message.answerUse === null ? null : said('answerUse', message.answerUse),
    contact: said('contact', message.contact),
    form: message.form?.map((item) => itemIn(item, said)) ?? null,
  };
}

type Said = (place: TextPlace, swedish: string) => string;

function itemIn(item: Item, said: Said): Item {
  const { id, details, items, picture } = item;
  return {
    ...item,
    text: said(placeOf.item(id), item.text),
    help: said(placeOf.help(id), item.help),
    kind: kindIn(item.kind, id, said),
    ...(picture?.alt ? { picture: { ...picture, alt: said(placeOf.picture(id), picture.alt) } } : {}),
    ...(details ? { details: { ...details, ...faultIn(details.faultText, id, said) } } : {}),
    ...(items ? { items: items.map((inner) => itemIn(inner, said)) } : {}),
  };
}

function faultIn(faultText: string | undefined, id: string, said: Said): { faultText?: string } {
  return faultText === undefined ? {} : { faultText: said(placeOf.fault(id), faultText) };
}

function kindIn(kind: ItemKind, id: string, said: Said): ItemKind {
  const put = <C extends { readonly id: string; readonly text: string }>(choices: readonly C[]): C[] =>
    choices.map((choice) => ({ ...choice, text: said(placeOf.option(id, choice.id), choice.text) }));
  switch (kind.type) {
    case 'singleChoice':
    case 'dropdown':
    case 'multipleChoice':
      return { ...kind, options: put(kind.options) };
    case 'matrix':
      return { ...kind, options: put(kind.options), rows: put(kind.rows) };
    case 'number':
      return { ...kind, unit: said(placeOf.unit(id), kind.unit) };
    case 'scale':
      return { ...kind, low: said(placeOf.low(id), kind.low), high: said(placeOf.high(id), kind.high) };
    case 'repeatedSection':
      return { ...kind, row: said(placeOf.row(id), kind.row) };
    default:
      return kind;
  }
}
