import type { TemplateId, TemplateRow } from '../../bindings';
import type { Sort } from '../../components/Table';

/** Which templates are shown. *Aktuella* is all but the archived. */
export const filters = ['current', 'favourite', 'draft', 'waiting', 'published', 'archived', 'all'] as const;
export type Filter = (typeof filters)[number];

/** What is looked for. */
export interface Sought {
  readonly search: string;
  /** What the core found by the search; `null` before it has answered, when names alone are searched. */
  readonly hits: ReadonlyMap<TemplateId, string | null> | null;
  readonly filter: Filter;
  /** `null` for every category. */
  readonly category: string | null;
}

const swedish = new Intl.Collator('sv', { numeric: true, sensitivity: 'base' });

/** The templates that are left, in order. */
export function found(rows: readonly TemplateRow[], sought: Sought, sort: Sort): TemplateRow[] {
  const { search, hits, filter, category } = sought;
  const word = search.trim().toLocaleLowerCase('sv');
  const isFound = (row: TemplateRow): boolean =>
    word === '' || (hits ? hits.has(row.id) : row.name.toLocaleLowerCase('sv').includes(word));
  const order = sort.direction === 'ascending' ? 1 : -1;
  return rows
    .filter((row) => passes(row, filter) && (category === null || row.category === category) && isFound(row))
    .sort((a, b) => order * compare(a, b, sort.column));
}

function compare(a: TemplateRow, b: TemplateRow, column: string): number {
  switch (column) {
    case 'changed':
      return a.changed - b.changed;
    case 'category':
      return swedish.compare(a.category, b.category) || swedish.compare(a.name, b.name);
    default:
      return swedish.compare(a.name, b.name);
  }
}

function passes(row: TemplateRow, filter: Filter): boolean {
  switch (filter) {
    case 'current':
      return row.status !== 'archived';
    case 'all':
      return true;
    case 'favourite':
      return row.isFavourite && row.status !== 'archived';
    case 'waiting':
      return row.awaitsApproval;
    case 'draft':
    case 'published':
    case 'archived':
      return row.status === filter;
  }
}

/** What the templates are put under, each once. */
export function categoriesOf(rows: readonly TemplateRow[]): string[] {
  const categories = new Set(rows.map((row) => row.category).filter((category) => category !== ''));
  return [...categories].sort(swedish.compare);
}
