import type { ReactNode } from 'react';
import type { TemplateRow } from '../../../bindings';
import { Badge } from '../../../components/Badge';
import { formatDate } from '../../../i18n/format';
import { t } from '../../../i18n/sv';
import styles from './Library.module.css';

/** Letters around what was found. */
const AROUND = 60;

export interface AboutTemplateProps {
  readonly row: TemplateRow;
  readonly search: string;
  /** The text in it that holds what was searched for. */
  readonly hit: string | null;
}

/** Where in it the search was found, how often it was used, and its tags. */
export function AboutTemplate({ row, search, hit }: AboutTemplateProps): ReactNode {
  const words = t.library;
  return (
    <div className={styles.about}>
      {hit !== null && <p>{words.hit(excerpt(hit, search))}</p>}
      {row.lastSent !== null && <p>{words.used(row.sent, formatDate(row.lastSent))}</p>}
      {row.tags.length > 0 && (
        <ul className={styles.tags} aria-label={words.organise.tags}>
          {row.tags.map((tag) => (
            <li key={tag}>
              <Badge>{tag}</Badge>
            </li>
          ))}
        </ul>
      )}
    </div>
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
