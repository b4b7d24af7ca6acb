import type { ReactNode } from 'react';
import type { BankItem } from '../../../bindings';
import { placed } from '../../../components/placed';
import { t } from '../../../i18n/sv';
import styles from './Bank.module.css';

export interface HoldsProps {
  /** What the list is, for those who listen. */
  readonly label: string;
  readonly items: readonly BankItem[];
  /** Those to show when they are not all of interest. */
  readonly first?: readonly BankItem[];
}

/** That many are shown. */
const SHOWN = 6;

/** What something in the bank holds, in words: headings and questions. */
export function Holds({ label, items, first = items }: HoldsProps): ReactNode {
  const words = t.bank.fetch;
  const shown = first.slice(0, SHOWN);
  const more = items.length - shown.length;
  return (
    <ul className={styles.holds} aria-label={label}>
      {placed(shown).map(([place, { text, isSection }]) => (
        <li key={place} data-section={isSection || undefined}>
          {text === '' ? words.untitled : text}
        </li>
      ))}
      {more > 0 && <li>{words.more(more)}</li>}
    </ul>
  );
}
