import type { Answer, Combine, Comparison, Item, ItemId, ShownWhen } from '../bindings';
import type { Answers } from './answers';
import { decimal } from './decimal';
import { saysSomething } from './says';

/**
 * The items that are shown when these are the answers, in the form's order. The verdict that counts is the core's
 * (domain/src/template/condition); the cases in `bindings/conditions.json` hold this to it.
 */
export function shownOf(form: readonly Item[], answers: Answers): readonly Item[] {
  if (form.every(({ shownWhen }) => shownWhen === undefined)) return form;
  const search = new Search(form, answers);
  return form.filter(({ id }) => search.isShown(id));
}

class Search {
  readonly #form: ReadonlyMap<ItemId, Item>;
  readonly #answers: Answers;
  /** What is known, or `undefined` while it is being found out. */
  readonly #found = new Map<ItemId, boolean | undefined>();

  constructor(form: readonly Item[], answers: Answers) {
    this.#form = new Map(form.map((item) => [item.id, item]));
    this.#answers = answers;
  }

  isShown(id: ItemId): boolean {
    // Round in a circle: not shown.
    if (this.#found.has(id)) return this.#found.get(id) ?? false;
    const item = this.#form.get(id);
    if (!item) return false;
    this.#found.set(id, undefined);
    const isShown = item.shownWhen === undefined || this.#holds(item.shownWhen);
    this.#found.set(id, isShown);
    return isShown;
  }

  #holds({ combine, groups }: ShownWhen): boolean {
    // Every question is looked at, so that one in a circle is found in the same way wherever one begins.
    const verdicts = groups.map((group) =>
      group.tests.map(({ item, comparison }) => {
        const answer = this.isShown(item) ? this.#answers[item] : undefined;
        return holds(comparison, answer);
      }),
    );
    return combined(
      combine,
      verdicts.map((group, at) => combined(groups[at]?.combine ?? 'all', group)),
    );
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
      return has(answer, comparison.option) === true;
    case 'notOption':
      return has(answer, comparison.option) === false;
    default:
      return answer.type === 'number' && compares(comparison, answer.value);
  }
}

/** Whether the alternative is among those chosen; nothing of what is no choice. */
function has(answer: Answer, option: string): boolean | undefined {
  if (answer.type === 'choice') return answer.value === option;
  return answer.type === 'choices' ? answer.value.includes(option) : undefined;
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
