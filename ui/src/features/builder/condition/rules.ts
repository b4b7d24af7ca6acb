import type { Comparison, Edit, Item, ItemId, ItemKind, ShownWhen, Test, TestGroup } from '../../../bindings';
import { findItem, standing, walk } from '../../../form/tree';
import { formAfter } from '../edit';
import { inSection, type Line } from '../outline';

/** What the answers to a question of this kind can be held against, the likeliest first; nothing where nothing can. */
export function comparisonsFor(kind: ItemKind): readonly Comparison['is'][] {
  switch (kind.type) {
    case 'yesNo':
      return ['yes', 'no', 'answered', 'unanswered'];
    case 'singleChoice':
    case 'dropdown':
    case 'multipleChoice':
      return ['option', 'notOption', 'answered', 'unanswered'];
    case 'number':
    case 'scale':
      return ['atLeast', 'more', 'equal', 'atMost', 'less', 'answered', 'unanswered'];
    case 'longText':
    case 'shortText':
    case 'date':
    case 'time':
    case 'dateTime':
    case 'matrix':
    case 'confirmation':
    case 'repeatedSection':
      return ['answered', 'unanswered'];
    // How many files there are is not among the answers.
    case 'attachment':
    case 'information':
    case 'section':
    case 'foreign':
      return [];
  }
}

/** Whether others can be shown by the answer to it. */
export function isSource(item: Item): boolean {
  return comparisonsFor(item.kind).length > 0;
}

/** What can be asked for by the item on this line: what comes before it, and stands in no row or in the same. */
export function sourcesFor(lines: readonly Line[], line: Line): readonly Line[] {
  return lines
    .slice(0, lines.indexOf(line))
    .filter((one) => isSource(one.item) && (one.repeated === undefined || one.repeated === line.repeated))
    .filter((one) => one.item.id !== line.repeated);
}

/** The same kind of comparison with what it needs beside: the first alternative, or a number still to be written. */
export function comparisonOf(is: Comparison['is'], source: Item, before?: Comparison): Comparison {
  switch (is) {
    case 'option':
    case 'notOption': {
      const first = 'options' in source.kind ? source.kind.options[0]?.id : undefined;
      return { is, option: before && 'option' in before ? before.option : (first ?? '') };
    }
    case 'less':
    case 'atMost':
    case 'equal':
    case 'atLeast':
    case 'more':
      return { is, than: before && 'than' in before ? before.than : '' };
    case 'yes':
    case 'no':
    case 'answered':
    case 'unanswered':
      return { is };
  }
}

/** The first test that one would make of a question. */
export function testOf(source: Item): Test {
  return { item: source.id, comparison: comparisonOf(comparisonsFor(source.kind)[0] ?? 'answered', source) };
}

/** A condition of one test. */
export function conditionOf(test: Test): ShownWhen {
  return { combine: 'all', groups: [{ combine: 'all', tests: [test] }] };
}

/** The condition with a group changed, or taken away when no test is left in it; nothing when no group is left. */
export function withGroup(condition: ShownWhen, at: number, group: TestGroup): ShownWhen | null {
  const groups = condition.groups.map((one, place) => (place === at ? group : one));
  const left = groups.filter(({ tests }) => tests.length > 0);
  return left.length === 0 ? null : { ...condition, groups: left };
}

/** The items that are shown by the answer to this one, or to what it holds; not those that go with it. */
export function dependentsOf(form: readonly Item[], id: ItemId): readonly Item[] {
  const gone = idsWithin(form, id);
  return walk(form).filter((one) => !gone.has(one.id) && asksFor(one, gone));
}

/** The item and all that it holds. */
function idsWithin(form: readonly Item[], id: ItemId): ReadonlySet<ItemId> {
  const item = findItem(form, id);
  return new Set(item ? walk([item]).map((one) => one.id) : [id]);
}

/** Whether an item is shown by the answer to any of these. */
function asksFor({ shownWhen }: Item, ids: ReadonlySet<ItemId>): boolean {
  return shownWhen?.groups.some(({ tests }) => tests.some(({ item }) => ids.has(item))) ?? false;
}

/** The lines of the items that are shown by the answer to this one itself. */
export function dependentsIn(lines: readonly Line[], line: Line): readonly Line[] {
  return lines.filter(({ item }) => asksFor(item, new Set([line.id])));
}

/**
 * The items that would come before what they depend on, when an item is moved to this index among the lines that stay: those that
 * now come after it.
 */
export function overtaken(
  form: readonly Item[],
  lines: readonly Line[],
  id: ItemId,
  index: number,
): readonly Line[] {
  const from = lines.findIndex((line) => line.id === id);
  const block = lines[from]?.block ?? 0;
  const passed = lines.slice(from + block, index + block);
  const dependents = new Set(dependentsOf(form, id).map((item) => item.id));
  return passed.filter((line) => !line.isEnd && dependents.has(line.id));
}

/** A move, and then each of these right after what is moved, in their order: one step. */
export function movedAlong(form: readonly Item[], move: Edit, dependents: readonly Line[], id: ItemId): Edit {
  // What stands in one that comes along comes with it.
  const outer = dependents.filter(({ item }) =>
    dependents.every((other) => other.item === item || !findItem(other.item.items ?? [], item.id)),
  );
  const edits: Edit[] = [move];
  let now = formAfter([...form], move);
  for (const line of [...outer].reverse()) {
    const rest = formAfter(now, { edit: 'removeItem', id: line.id });
    const place = standing(rest).find(({ item }) => item.id === id);
    if (!place) continue;
    const edit: Edit = {
      edit: 'moveItem',
      id: line.id,
      ...inSection(place.section?.id),
      to: place.at + 1,
    };
    edits.push(edit);
    now = formAfter(now, edit);
  }
  return { edit: 'several', edits };
}

/** What happens to the dependents of an item that is taken away. */
export type Fate = 'hide' | 'show' | 'remove';

/** Takes an item away, and does with those that depend on it as said: one step. */
export function removal(form: readonly Item[], id: ItemId, fate: Fate): Edit {
  const removed: Edit = { edit: 'removeItem', id };
  if (fate === 'hide') return removed;
  const gone = idsWithin(form, id);
  const others: readonly Edit[] =
    fate === 'remove'
      ? allDependentsOf(form, id).map((one) => ({ edit: 'removeItem', id: one.id }))
      : dependentsOf(form, id).map((one) => ({
          edit: 'setCondition',
          id: one.id,
          shownWhen: one.shownWhen ? withoutTestsOf(one.shownWhen, gone) : null,
        }));
  return { edit: 'several', edits: [...others, removed] };
}

/** Also those that depend on the dependents, and so on; of what stands in one of them, only that one. */
function allDependentsOf(form: readonly Item[], id: ItemId): readonly Item[] {
  const found = new Set<Item>();
  const left: ItemId[] = [id];
  for (let next = left.pop(); next !== undefined; next = left.pop()) {
    for (const item of dependentsOf(form, next)) {
      if (found.has(item) || item.id === id) continue;
      found.add(item);
      left.push(item.id);
    }
  }
  const all = [...found];
  return all.filter((item) => !all.some((one) => one !== item && findItem(one.items ?? [], item.id)));
}

function withoutTestsOf(condition: ShownWhen, gone: ReadonlySet<ItemId>): ShownWhen | null {
  const groups = condition.groups
    .map((group) => ({ ...group, tests: group.tests.filter(({ item }) => !gone.has(item)) }))
    .filter(({ tests }) => tests.length > 0);
  return groups.length === 0 ? null : { ...condition, groups };
}
