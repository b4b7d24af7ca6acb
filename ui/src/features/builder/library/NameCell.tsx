import type { ReactNode } from 'react';
import type { TemplateRow } from '../../../bindings';
import { Badge } from '../../../components/Badge';
import { t } from '../../../i18n/sv';
import styles from './Library.module.css';

/** Letters around what was found. */
const AROUND = 60;

export interface NameCellProps {
  readonly row: TemplateRow;
  readonly search: string;
  /** The text in it that holds what was searched for. */
  readonly hit: string | null;
}

/** The template's name, its tags, and where in it the search was found. */
export function NameCell({ row, search, hit }: NameCellProps): ReactNode {
  return (
    <span className={styles.name}>
      <span>{row.name.trim() || t.builder.unnamed}</span>
      {hit !== null && <span className={styles.hit}>{t.library.hit(excerpt(hit, search))}</span>}
      {row.tags.length > 0 && (
        <span className={styles.tags}>
          {row.tags.map((tag) => (
            <Badge key={tag}>{tag}</Badge>
          ))}
        </span>
      )}
    </span>
  );
}

/** The words around the first place where a word of the search stands. */
export function excerpt(text: string, search: string): string {
  const flat = text.replace(/\s+/gu, ' ').trim();
  const low = flat.toLocaleLowerCase('sv');
  const places = search
    .toLocaleLowerCase('sv')
    .split(/\s+/u)
    .map((word) => (word === '' ? -1 : low.indexOf(word)))
    .filter((at) => at >= 0);
  const at = Math.min(...places, low.length);
  const start = Math.max(0, at - AROUND);
  const end = Math.min(flat.length, at + AROUND);
  return `${start > 0 ? '… ' : ''}${flat.slice(start, end).trim()}${end < flat.length ? ' …' : ''}`;
}
