import type { Item, Picture } from '../../../bindings';
import known from '../../../bindings/copied.json';
import { walk } from '../../../form/tree';
import { keepingTests } from '../condition/rules';
import { copiesOf } from '../make';
import { type Line, type Place, sectionsAround } from '../outline';

/** Items as they go into this form. */
export interface Pasted {
  readonly items: readonly Item[];
  /** Conditions that lost something: what they asked for neither came along nor is here. */
  readonly conditions: number;
}

/** Copies, under ids of their own, that ask only for each other and for what this form has. */
export function pasted(form: readonly Item[], copied: readonly Item[]): Pasted {
  const copies = copiesOf(copied);
  const here = new Set([...walk(form), ...walk(copies)].map(({ id }) => id));
  let conditions = 0;
  const settled = (item: Item): Item => {
    const { shownWhen, items, ...rest } = item;
    const left = shownWhen && keepingTests(shownWhen, (test) => here.has(test.item));
    if (left !== shownWhen) conditions += 1;
    return {
      ...rest,
      ...(left ? { shownWhen: left } : {}),
      ...(items ? { items: items.map(settled) } : {}),
    };
  };
  return { items: copies.map(settled), conditions };
}

/** Whether the core would take them at this place: it refuses a form that nobody could fill in. */
export function hasRoom(form: readonly Item[], items: readonly Item[]): boolean {
  const added = walk(items);
  return (
    walk(form).length + added.length <= known.maxItems &&
    added.every(({ text }) => [...text].length <= known.maxText)
  );
}

/** Whether the core would take their pictures beside those that are here. */
export function hasRoomForPictures(form: readonly Item[], items: readonly Item[]): boolean {
  const sizes = [...walk(form), ...walk(items)].flatMap(({ picture }) => (picture ? [sizeOf(picture)] : []));
  const all = sizes.reduce((sum, size) => sum + size, 0);
  return sizes.length <= known.maxPictures && all <= known.maxAllPictures;
}

/** Bytes of a picture: three to four signs of base64. */
function sizeOf({ data }: Picture): number {
  const padding = data.endsWith('==') ? 2 : data.endsWith('=') ? 1 : 0;
  return (data.length / 4) * 3 - padding;
}

/** Whether they would stand too deep there, sections within sections. */
export function isTooDeep(lines: readonly Line[], items: readonly Item[], place: Place): boolean {
  return sectionsAround(lines, place).length + levelsOf(items) > known.maxLevels;
}

function levelsOf(items: readonly Item[]): number {
  return items.reduce((most, item) => Math.max(most, 1 + levelsOf(item.items ?? [])), 0);
}
