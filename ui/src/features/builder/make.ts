import type { BodyPart, Choice, Item, ItemKind } from '../../bindings';

/** The kinds that can be added, in the order of the palette. */
export const kinds = [
  'longText',
  'shortText',
  'yesNo',
  'singleChoice',
  'multipleChoice',
  'number',
  'scale',
  'date',
  'confirmation',
  'attachment',
  'information',
] as const satisfies readonly ItemKind['type'][];

/** Makes what is new. Every id is new and random, so that no two windows make the same. */
export function newItem(type: ItemKind['type']): Item {
  const required = type !== 'information' && type !== 'attachment';
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

/** The same question once more, under ids of its own. */
export function copyOf(item: Item): Item {
  const copy = { ...item, id: crypto.randomUUID() };
  if (!('options' in item.kind)) return copy;
  const options = item.kind.options.map((option) => ({ ...option, id: crypto.randomUUID() }));
  return { ...copy, kind: { ...item.kind, options } };
}

function newKind(type: ItemKind['type']): ItemKind {
  switch (type) {
    case 'longText':
      return { type, maxLength: 2000 };
    case 'shortText':
      return { type, maxLength: 100 };
    case 'singleChoice':
    case 'multipleChoice':
      return { type, options: [newOption(), newOption()] };
    case 'number':
      return { type, unit: '', min: null, max: null, decimals: 0 };
    case 'scale':
      return { type, min: 0, max: 10, low: '', high: '' };
    case 'attachment':
      return { type, maxFiles: 5 };
    case 'yesNo':
    case 'date':
    case 'confirmation':
    case 'information':
      return { type };
  }
}
