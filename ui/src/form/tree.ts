import type { Item, ItemId } from '../bindings';

/** An item and where it stands. */
export interface Standing {
  readonly item: Item;
  /** The section it stands in; `null` outside all. */
  readonly section: Item | null;
  /** The repeated section around it, however far out; `null` outside all. The section itself does not stand in it. */
  readonly repeated: Item | null;
  /** Sections around it. */
  readonly depth: number;
  /** Its place in the list that it stands in, from 0. */
  readonly at: number;
}

/** Every item with where it stands, a section before what it holds: the order in which the citizen reads. */
export function standing(form: readonly Item[]): readonly Standing[] {
  const found: Standing[] = [];
  gather(form, { section: null, repeated: null, depth: 0 }, found);
  return found;
}

function gather(
  items: readonly Item[],
  around: Pick<Standing, 'section' | 'repeated' | 'depth'>,
  found: Standing[],
): void {
  items.forEach((item, at) => {
    found.push({ ...around, item, at });
    if (!item.items?.length) return;
    const repeated = isRepeated(item) ? item : around.repeated;
    gather(item.items, { section: item, repeated, depth: around.depth + 1 }, found);
  });
}

/** Every item, a section before what it holds. */
export function walk(form: readonly Item[]): readonly Item[] {
  return form.some(({ items }) => items?.length) ? standing(form).map(({ item }) => item) : form;
}

/** The item with this id, wherever it stands. */
export function findItem(form: readonly Item[], id: ItemId): Item | undefined {
  for (const item of form) {
    const found = item.id === id ? item : findItem(item.items ?? [], id);
    if (found) return found;
  }
  return undefined;
}

/** Whether it holds other items. */
export function isSection({ kind }: Item): boolean {
  return kind.type === 'section' || kind.type === 'repeatedSection';
}

/** Whether it is answered in rows. */
export function isRepeated({ kind }: Item): boolean {
  return kind.type === 'repeatedSection';
}
