import type { Edit, Item, ItemId, ShownWhen } from '../../bindings';
import { findItem } from '../../form/tree';
import { formAfter } from './edit';
import { inSection, type Place } from './outline';

/** An edit that gives items places or conditions: what is done with several at once is made of these. */
export type FormEdit = Extract<Edit, { edit: 'addItem' | 'moveItem' | 'removeItem' | 'setCondition' }>;

/** These as one step, to be taken back at once. One alone keeps its own name on *Ångra*. */
export function oneStep(edits: readonly FormEdit[]): Edit {
  const [first, ...rest] = edits;
  return first && rest.length === 0 ? first : { edit: 'several', edits: [...edits] };
}

/** The form with these made, in their order. */
export function formWith(form: readonly Item[], edits: readonly FormEdit[]): Item[] {
  return edits.reduce<Item[]>(formAfter, [...form]);
}

/** Puts new items at a place, in their order. */
export function adding(items: readonly Item[], { section, at }: Place): readonly FormEdit[] {
  return items.map((item, after) => ({ edit: 'addItem', item, ...inSection(section), at: at + after }));
}

/** Takes items away. From the last, so that what takes it back puts each where it stood. */
export function removing(ids: readonly ItemId[]): readonly FormEdit[] {
  return ids.map((id): FormEdit => ({ edit: 'removeItem', id })).reverse();
}

/** Says when an item is shown. */
export function showing(id: ItemId, shownWhen: ShownWhen | null): FormEdit {
  return { edit: 'setCondition', id, shownWhen };
}

/**
 * Moves items that stand in no other of them to a place among those that stay, in their order. What lies right already is left
 * alone: nothing is done when all do.
 */
export function moving(
  form: readonly Item[],
  ids: readonly ItemId[],
  { section, at }: Place,
): readonly FormEdit[] {
  const listIn = (items: readonly Item[]): readonly Item[] =>
    section === undefined ? items : (findItem(items, section)?.items ?? []);
  let before = listIn(formWith(form, removing(ids)))[at - 1]?.id;
  let now: readonly Item[] = form;
  const edits: FormEdit[] = [];
  for (const id of ids) {
    const others = listIn(formWith(now, removing([id])));
    const to = before === undefined ? 0 : others.findIndex((one) => one.id === before) + 1;
    if (listIn(now)[to]?.id !== id) {
      const edit: FormEdit = { edit: 'moveItem', id, ...inSection(section), to };
      edits.push(edit);
      now = formWith(now, [edit]);
    }
    before = id;
  }
  return edits;
}

/** What takes these back, made when all of them are. */
export function takingBack(form: readonly Item[], edits: readonly FormEdit[]): readonly FormEdit[] {
  let now: readonly Item[] = form;
  const back: FormEdit[] = [];
  for (const edit of edits) {
    const one = inverse(now, edit);
    if (one) back.unshift(one);
    now = formWith(now, [edit]);
  }
  return back;
}

function inverse(form: readonly Item[], edit: FormEdit): FormEdit | null {
  if (edit.edit === 'addItem') return { edit: 'removeItem', id: edit.item.id };
  const found = stands(form, edit.id);
  if (!found) return null;
  const { item, section, at } = found;
  switch (edit.edit) {
    case 'removeItem':
      return { edit: 'addItem', item, ...inSection(section), at };
    case 'moveItem':
      return { edit: 'moveItem', id: item.id, ...inSection(section), to: at };
    case 'setCondition':
      return showing(item.id, item.shownWhen ?? null);
  }
}

/** An item and where it stands. Of hundreds at once each is looked for: no list of all is made for it. */
function stands(
  items: readonly Item[],
  id: ItemId,
  section?: ItemId,
): (Place & { readonly item: Item }) | undefined {
  const at = items.findIndex((one) => one.id === id);
  const item = items[at];
  if (item) return { item, section, at };
  for (const one of items) {
    const found = one.items && stands(one.items, id, one.id);
    if (found) return found;
  }
  return undefined;
}
