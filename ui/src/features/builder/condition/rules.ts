import type { Comparison, Edit, Item, ItemId, ItemKind, ShownWhen, Test, TestGroup } from '../../../bindings';

/** What the answers to a question of this kind can be held against, the likeliest first; nothing where nothing can. */
export function comparisonsFor(kind: ItemKind): readonly Comparison['is'][] {
  switch (kind.type) {
    case 'yesNo':
      return ['yes', 'no', 'answered', 'unanswered'];
    case 'singleChoice':
    case 'multipleChoice':
      return ['option', 'notOption', 'answered', 'unanswered'];
    case 'number':
    case 'scale':
      return ['atLeast', 'more', 'equal', 'atMost', 'less', 'answered', 'unanswered'];
    case 'longText':
    case 'shortText':
    case 'date':
    case 'confirmation':
      return ['answered', 'unanswered'];
    // How many files there are is not among the answers.
    case 'attachment':
    case 'information':
      return [];
  }
}

/** Whether others can be shown by the answer to it. */
export function isSource(item: Item): boolean {
  return comparisonsFor(item.kind).length > 0;
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

/** The items that are shown by the answer to this one. */
export function dependentsOf(form: readonly Item[], id: ItemId): readonly Item[] {
  return form.filter(({ shownWhen }) =>
    shownWhen?.groups.some(({ tests }) => tests.some(({ item }) => item === id)),
  );
}

/** What happens to the dependents of an item that is taken away. */
export type Fate = 'hide' | 'show' | 'remove';

/** Takes an item away, and does with those that depend on it as said: one step. */
export function removal(form: readonly Item[], id: ItemId, fate: Fate): Edit {
  const gone: Edit = { edit: 'removeItem', id };
  if (fate === 'hide') return gone;
  const others: readonly Edit[] =
    fate === 'remove'
      ? allDependentsOf(form, id).map((one) => ({ edit: 'removeItem', id: one.id }))
      : dependentsOf(form, id).map((one) => ({
          edit: 'setCondition',
          id: one.id,
          shownWhen: one.shownWhen ? withoutTestsOf(one.shownWhen, id) : null,
        }));
  return { edit: 'several', edits: [...others, gone] };
}

/** Also those that depend on the dependents, and so on. */
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
  return [...found];
}

function withoutTestsOf(condition: ShownWhen, id: ItemId): ShownWhen | null {
  const groups = condition.groups
    .map((group) => ({ ...group, tests: group.tests.filter(({ item }) => item !== id) }))
    .filter(({ tests }) => tests.length > 0);
  return groups.length === 0 ? null : { ...condition, groups };
}
