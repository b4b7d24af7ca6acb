import type { BankItem, BankSectionView } from '../../../bindings';

/** Something in the bank, and what of it was looked for. */
export interface Hit {
  readonly section: BankSectionView;
  /** What it holds that a word of the search stands in. */
  readonly items: readonly BankItem[];
}

/** What has every word of the search in its name or in what it holds; everything when nothing is looked for. */
export function foundIn(sections: readonly BankSectionView[], search: string): readonly Hit[] {
  const words = low(search)
    .split(/\s+/u)
    .filter((word) => word !== '');
  return sections.flatMap((section) => {
    const name = low(section.name);
    const left = words.filter((word) => !name.includes(word));
    const texts = section.holds.map((item) => [item, low(item.text)] as const);
    if (!left.every((word) => texts.some(([, text]) => text.includes(word)))) return [];
    const items = texts.filter(([, text]) => left.some((word) => text.includes(word)));
    return [{ section, items: items.map(([item]) => item) }];
  });
}

function low(text: string): string {
  return text.toLocaleLowerCase('sv');
}
