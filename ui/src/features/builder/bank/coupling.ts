import type { BankLink, BankSectionView, Edit, Item } from '../../../bindings';
import { isSection, walk } from '../../../form/tree';
import { choicesIn } from '../edit';

/** What a copy can be coupled to: what the bank holds, and as what it is known. */
export type BankSource = Pick<BankLink, 'section' | 'fingerprint'>;

/** The copies, coupled to the bank where they are one section: that alone has a place to remember it. */
export function coupled(copies: readonly Item[], kept: readonly Item[], source: BankSource): readonly Item[] {
  const [copy] = copies;
  if (!copy || copies.length !== 1 || !isSection(copy)) return copies;
  const there = walk(kept);
  // A copy holds the same as what it was made of, in the same order.
  const pairs = walk(copies).flatMap((here, at): (readonly [Item, Item])[] => {
    const of = there[at];
    return of ? [[here, of]] : [];
  });
  const items = pairs.map(([here, of]): [string, string] => [here.id, of.id]);
  const options = pairs.flatMap(([here, of]) => {
    const choices = choicesIn(of.kind);
    return choicesIn(here.kind).flatMap(({ id }, at): [string, string][] => {
      const choice = choices[at];
      return choice ? [[id, choice.id]] : [];
    });
  });
  const bank: BankLink = {
    ...source,
    items: Object.fromEntries(items),
    options: Object.fromEntries(options),
  };
  return [coupledBy(copy, bank)];
}

/** The edit that couples a section in another way; not any more when there is nothing. */
export function coupling({ id, details }: Item, bank: BankLink | null): Edit {
  const { bank: _, ...rest } = details ?? {};
  return { edit: 'changeItem', id, change: { details: bank ? { ...rest, bank } : rest } };
}

function coupledBy(item: Item, bank: BankLink): Item {
  return { ...item, details: { ...item.details, bank } };
}

/** How a coupled section stands to what the bank holds now. */
export type Standing =
  | { readonly is: 'same' | 'changed'; readonly name: string }
  /** It is in the bank no longer. */
  | { readonly is: 'gone' };

/** Tells it by the fingerprint alone. */
export function standingOf(link: BankLink, sections: readonly BankSectionView[]): Standing {
  const kept = sections.find(({ section }) => section === link.section);
  if (!kept) return { is: 'gone' };
  return { is: kept.fingerprint === link.fingerprint ? 'same' : 'changed', name: kept.name };
}
