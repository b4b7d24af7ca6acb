import type { Answer, Combine, Comparison, Item, ItemId, Row, RowId, ShownWhen } from '../bindings';
import type { Answers } from './answers';
import { decimal } from './decimal';
import { saysSomething } from './says';
import { isRepeated, type Standing, standing } from './tree';

/** What is shown of a form: items outside repeated sections once, items within such for each row. */
export class Shown {
  readonly #found: ReadonlyMap<RowId | null, ReadonlySet<ItemId>>;

  constructor(found: ReadonlyMap<RowId | null, ReadonlySet<ItemId>>) {
    this.#found = found;
  }

  /** Whether an item is shown: in this row, or outside all rows. */
  has(item: ItemId, row: RowId | null = null): boolean {
    return this.#found.get(row)?.has(item) ?? false;
  }

  /** All of it. */
  entries(): [RowId | null, ItemId][] {
    return [...this.#found].flatMap(([row, items]) =>
      [...items].map((item): [RowId | null, ItemId] => [row, item]),
    );
  }
}

/**
 * What is shown when these are the answers. The verdict that counts is the core's (domain/src/template/condition); the cases in
 * `bindings/conditions.json` hold this to it.
 */
export function shownIn(form: readonly Item[], answers: Answers): Shown {
  const places = new Map(standing(form).map((one) => [one.item.id, one]));
  const search = new Search(places, answers);
  const found = new Map<RowId | null, ReadonlySet<ItemId>>();
  const shownOf = (of: readonly Standing[]): ReadonlySet<ItemId> =>
    new Set(of.filter(({ item }) => search.isShown(item.id)).map(({ item }) => item.id));
  const all = [...places.values()];
  found.set(null, shownOf(all.filter(({ repeated }) => repeated === null)));
  for (const { item, repeated } of all) {
    const answer = answers[item.id];
    // A row within a row cannot be asked for, so it is not shown either.
    if (!isRepeated(item) || repeated !== null || answer?.type !== 'rows') continue;
    for (const row of answer.value) {
      search.enter(item, row);
      found.set(row.id, shownOf(all.filter((one) => one.repeated?.id === item.id)));
    }
  }
  return new Shown(found);
}

class Search {
  readonly #places: ReadonlyMap<ItemId, Standing>;
  readonly #answers: Answers;
  /** The repeated section and the row of it that is looked at. */
  #row: { readonly section: Item; readonly row: Row } | null = null;
  /** What is known, or `undefined` while it is being found out. */
  readonly #found = new Map<ItemId, boolean | undefined>();

  constructor(places: ReadonlyMap<ItemId, Standing>, answers: Answers) {
    this.#places = places;
    this.#answers = answers;
  }

  /** Looks at this row from now on. */
  enter(section: Item, row: Row): void {
    this.#row = { section, row };
    for (const id of this.#found.keys()) {
      if (this.#places.get(id)?.repeated) this.#found.delete(id);
    }
  }

  isShown(id: ItemId): boolean {
    // Round in a circle: not shown.
    if (this.#found.has(id)) return this.#found.get(id) ?? false;
    const place = this.#places.get(id);
    if (!place) return false;
    // What stands in rows is shown in one of them, and nowhere else.
    if (place.repeated && place.repeated.id !== this.#row?.section.id) return false;
    this.#found.set(id, undefined);
    const { item, section } = place;
    const isAround = section === null || this.isShown(section.id);
    const isShown = isAround && (item.shownWhen === undefined || this.#holds(item.shownWhen));
    this.#found.set(id, isShown);
    return isShown;
  }

  #holds({ combine, groups }: ShownWhen): boolean {
    // Every question is looked at, so that one in a circle is found in the same way wherever one begins.
    const verdicts = groups.map((group) =>
      group.tests.map(({ item, comparison }) => {
        const answer = this.isShown(item) ? this.#answer(item) : undefined;
        return holds(comparison, answer);
      }),
    );
    return combined(
      combine,
      verdicts.map((group, at) => combined(groups[at]?.combine ?? 'all', group)),
    );
  }

  #answer(item: ItemId): Answer | undefined {
    const isInRow = this.#places.get(item)?.repeated;
    return isInRow && this.#row ? this.#row.row.answers[item] : this.#answers[item];
  }
}

function combined(combine: Combine, verdicts: readonly boolean[]): boolean {
  return combine === 'all' ? verdicts.every(Boolean) : verdicts.some(Boolean);
}

function holds(comparison: Comparison, answer: Answer | undefined): boolean {
  if (!saysSomething(answer)) return comparison.is === 'unanswered';
  switch (comparison.is) {
    case 'answered':
      return true;
    case 'unanswered':
      return false;
    case 'yes':
      return answer.type === 'yesNo' && answer.value;
    case 'no':
      return answer.type === 'yesNo' && !answer.value;
    case 'option':
      return chosenIn(answer).includes(comparison.option);
    case 'notOption':
      return chosenIn(answer).length > 0 && !chosenIn(answer).includes(comparison.option);
    default:
      return answer.type === 'number' && compares(comparison, answer.value);
  }
}

/** The alternatives that were chosen; none of what is no choice. */
export function chosenIn(answer: Answer | undefined): readonly string[] {
  switch (answer?.type) {
    case 'choice':
      return [answer.value];
    case 'choices':
      return answer.value;
    case 'written':
      return answer.value.chosen;
    default:
      return [];
  }
}

function compares(comparison: Extract<Comparison, { than: string }>, typed: string): boolean {
  const number = decimal(typed)?.millionths;
  const than = decimal(comparison.than)?.millionths;
  if (number === undefined || than === undefined) return false;
  switch (comparison.is) {
    case 'less':
      return number < than;
    case 'atMost':
      return number <= than;
    case 'equal':
      return number === than;
    case 'atLeast':
      return number >= than;
    case 'more':
      return number > than;
  }
}
