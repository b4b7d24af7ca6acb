import type { Answer, BodyPart, Choice, Item, ItemKind } from '../../bindings';

/** A kind that can be added: not what came from elsewhere and has no meaning here. */
export type NewKind = Exclude<ItemKind['type'], 'foreign'>;

/** The kinds that can be added, in the order of the palette. */
export const kinds = [
  'longText',
  'shortText',
  'yesNo',
  'singleChoice',
  'dropdown',
  'multipleChoice',
  'matrix',
  'number',
  'scale',
  'date',
  'time',
  'dateTime',
  'confirmation',
  'attachment',
  'information',
  'section',
  'repeatedSection',
] as const satisfies readonly NewKind[];

/** Makes what is new. Every id is new and random, so that no two windows make the same. */
export function newItem(type: NewKind): Item {
  const required = !['information', 'attachment', 'section', 'repeatedSection'].includes(type);
  return { id: crypto.randomUUID(), text: '', help: '', required, kind: newKind(type) };
}

/** An empty alternative. */
export function newOption(): Choice {
  return { id: crypto.randomUUID(), text: '' };
}

/** Empty text, or a slot for the handler to write in. */
export function newPart(part: BodyPart['part']): BodyPart {
  const id = crypto.randomUUID();
  return part === 'text' ? { part, id, text: '' } : { part, id, label: '', required: true };
}

/**
 * The same items once more, with all that they hold, under ids of their own. Conditions among what is copied ask for the copies;
 * others ask for what they asked for.
 */
export function copiesOf(items: readonly Item[]): Item[] {
  const ids = new Map<string, string>();
  const renewed = (id: string): string => {
    const known = ids.get(id) ?? crypto.randomUUID();
    ids.set(id, known);
    return known;
  };
  // All of them have their new ids before any is rewired: one may ask for what comes after it.
  return items.map((item) => copyUnder(item, renewed)).map((copy) => rewired(copy, ids));
}

function copyUnder(item: Item, renewed: (id: string) => string): Item {
  const { items, details, ...rest } = item;
  const copy = { ...rest, id: renewed(item.id), kind: copyOfKind(item.kind, renewed) };
  // The place in another system, and what it is in the bank, is the original's alone.
  const { linkId: _, bank: _coupling, ...own } = details ?? {};
  const initial = own.initial && answerUnder(own.initial, renewed);
  return {
    ...copy,
    ...(Object.keys(own).length > 0 ? { details: { ...own, ...(initial ? { initial } : {}) } } : {}),
    ...(items ? { items: items.map((one) => copyUnder(one, renewed)) } : {}),
  };
}

/** An answer that stands there from the beginning chooses among the copy's own alternatives. */
function answerUnder(answer: Answer, renewed: (id: string) => string): Answer {
  if (answer.type === 'choice') return { ...answer, value: renewed(answer.value) };
  return answer.type === 'choices' ? { ...answer, value: answer.value.map(renewed) } : answer;
}

function copyOfKind(kind: ItemKind, renewed: (id: string) => string): ItemKind {
  const again = (choices: readonly Choice[]): Choice[] =>
    choices.map((choice) => ({ ...choice, id: renewed(choice.id) }));
  if (kind.type === 'matrix') return { ...kind, rows: again(kind.rows), options: again(kind.options) };
  return 'options' in kind ? { ...kind, options: again(kind.options) } : kind;
}

function rewired(item: Item, ids: ReadonlyMap<string, string>): Item {
  const { shownWhen, items, ...rest } = item;
  const now = (id: string): string => ids.get(id) ?? id;
  const wired = shownWhen && {
    ...shownWhen,
    groups: shownWhen.groups.map((group) => ({
      ...group,
      tests: group.tests.map(({ item: source, comparison }) => ({
        item: now(source),
        comparison: 'option' in comparison ? { ...comparison, option: now(comparison.option) } : comparison,
      })),
    })),
  };
  return {
    ...rest,
    ...(wired ? { shownWhen: wired } : {}),
    ...(items ? { items: items.map((one) => rewired(one, ids)) } : {}),
  };
}

function newKind(type: NewKind): ItemKind {
  switch (type) {
    case 'longText':
      return { type, maxLength: 2000 };
    case 'shortText':
      return { type, maxLength: 100 };
    case 'singleChoice':
    case 'dropdown':
    case 'multipleChoice':
      return { type, options: [newOption(), newOption()] };
    case 'matrix':
      return { type, rows: [newOption(), newOption()], options: [newOption(), newOption()] };
    case 'number':
      return { type, unit: '', min: null, max: null, decimals: 0 };
    case 'scale':
      return { type, min: 0, max: 10, low: '', high: '' };
    case 'attachment':
      return { type, maxFiles: 5 };
    case 'repeatedSection':
      return { type, row: '', maxRows: 10 };
    case 'yesNo':
    case 'date':
    case 'time':
    case 'dateTime':
    case 'confirmation':
    case 'information':
    case 'section':
      return { type };
  }
}
