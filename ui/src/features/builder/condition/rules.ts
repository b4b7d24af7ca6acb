import type { Comparison, Item, ItemId, ItemKind, ShownWhen, Test, TestGroup } from '../../../bindings';
import { findItem, walk } from '../../../form/tree';
import { type Line, outline, placeAt, sectionsAround, staying, topmost } from '../outline';
import { type FormEdit, removing, showing } from '../several';

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
    .slice(
      0,
      lines.findIndex(({ id }) => id === line.id),
    )
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

/** The items that are shown by the answers to these, or to what they hold; not those that go with them. */
export function dependentsOf(form: readonly Item[], ids: readonly ItemId[]): readonly Item[] {
  const gone = idsWithin(form, ids);
  return walk(form).filter((one) => !gone.has(one.id) && asksFor(one, gone));
}

/** The items and all that they hold. */
function idsWithin(form: readonly Item[], ids: readonly ItemId[]): ReadonlySet<ItemId> {
  return new Set(
    ids.flatMap((id) => {
      const item = findItem(form, id);
      return item ? walk([item]).map((one) => one.id) : [id];
    }),
  );
}

/** Whether an item is shown by the answer to any of these. */
function asksFor({ shownWhen }: Item, ids: ReadonlySet<ItemId>): boolean {
  return shownWhen?.groups.some(({ tests }) => tests.some(({ item }) => ids.has(item))) ?? false;
}

/** The lines of the items that are shown by the answer to this one itself. */
export function dependentsIn(lines: readonly Line[], line: Line): readonly Line[] {
  return lines.filter(({ item }) => asksFor(item, new Set([line.id])));
}

/** Items, of which none stands in another, to an index among the lines that stay. */
export interface Move {
  readonly ids: readonly ItemId[];
  readonly index: number;
}

/** What a move would put after others that depend on it. */
export interface Overtaken {
  /** Those that can come along, in their order: also what depends on them in turn. */
  readonly dependents: readonly Line[];
  /** The move with them. */
  readonly along: Move;
  /** Those that cannot: the move goes into them, or out of them. */
  readonly stuck: readonly Line[];
}

/** Looks at what a move passes. */
export function overtaken(lines: readonly Line[], move: Move): Overtaken {
  const around = move.ids.flatMap((id) =>
    sectionsAround(lines, lines.find((line) => line.id === id) ?? outside),
  );
  const stays = new Set([...around, ...sectionsAround(lines, placeAt(lines, move.ids, move.index))]);
  const found = new Set<Line>();
  let along = move;
  for (;;) {
    const late = passedBy(lines, along).filter(({ id }) => !stays.has(id));
    if (late.length === 0) break;
    for (const line of late) found.add(line);
    along = withAlso(lines, along, late);
  }
  return {
    dependents: lines.filter((line) => found.has(line)),
    along,
    stuck: passedBy(lines, move).filter(({ id }) => stays.has(id)),
  };
}

const outside = { section: undefined };

/** Those that depend on what is moved, come after it, and would come before it. */
function passedBy(lines: readonly Line[], { ids, index }: Move): readonly Line[] {
  const stay = staying(lines, ids);
  const here = new Set(stay);
  const moved = new Set(lines.filter((line) => !here.has(line)).map(({ id }) => id));
  // What is moved and was met so far, in reading order: what comes before it is not passed.
  const met = new Set<ItemId>();
  const after = new Set<Line>();
  for (const line of lines) {
    if (moved.has(line.id)) met.add(line.id);
    else if (!line.isEnd && asksFor(line.item, met)) after.add(line);
  }
  return stay.slice(0, index).filter((line) => after.has(line));
}

/** The same move, with more: they come in their order, at the same place among what still stays. */
function withAlso(lines: readonly Line[], { ids, index }: Move, also: readonly Line[]): Move {
  const all = topmost(lines, new Set([...ids, ...also.map(({ id }) => id)])).map(({ id }) => id);
  const stay = new Set(staying(lines, all));
  const before = staying(lines, ids).slice(0, index);
  return { ids: all, index: before.filter((line) => stay.has(line)).length };
}

/** What happens to the dependents of what is taken away. */
export type Fate = 'hide' | 'show' | 'remove';

/** Takes items away, of which none stands in another, and does with those that depend on them as said. */
export function removal(form: readonly Item[], ids: readonly ItemId[], fate: Fate): readonly FormEdit[] {
  if (fate === 'hide') return removing(ids);
  const gone = idsWithin(form, ids);
  if (fate === 'remove') {
    const all = new Set([...ids, ...allDependentsOf(form, ids)]);
    return removing(topmost(outline(form), all).map(({ id }) => id));
  }
  const shown = dependentsOf(form, ids).map((one) =>
    showing(one.id, one.shownWhen ? keepingTests(one.shownWhen, ({ item }) => !gone.has(item)) : null),
  );
  return [...shown, ...removing(ids)];
}

/** Also those that depend on the dependents, and so on. */
function allDependentsOf(form: readonly Item[], ids: readonly ItemId[]): ReadonlySet<ItemId> {
  const found = new Set<ItemId>();
  for (let left = ids; left.length > 0; ) {
    left = dependentsOf(form, left).flatMap(({ id }) => (found.has(id) ? [] : id));
    for (const id of left) found.add(id);
  }
  return found;
}

/** The condition without the tests that are not kept: itself when all are, nothing when none is. */
export function keepingTests(condition: ShownWhen, isKept: (test: Test) => boolean): ShownWhen | null {
  if (condition.groups.every(({ tests }) => tests.every(isKept))) return condition;
  const groups = condition.groups
    .map((group) => ({ ...group, tests: group.tests.filter(isKept) }))
    .filter(({ tests }) => tests.length > 0);
  return groups.length === 0 ? null : { ...condition, groups };
}
