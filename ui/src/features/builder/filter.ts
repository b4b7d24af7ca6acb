import type { TemplateRow } from '../../bindings';
import type { Sort } from '../../components/Table';

/** Which templates are shown. *Aktuella* is all but the archived. */
export const filters = ['current', 'draft', 'published', 'archived', 'all'] as const;
export type Filter = (typeof filters)[number];

const swedish = new Intl.Collator('sv', { numeric: true, sensitivity: 'base' });

/** The templates that a search and a filter leave, in order. A search is part of a name, whatever its case. */
export function found(
  rows: readonly TemplateRow[],
  search: string,
  filter: Filter,
  sort: Sort,
): TemplateRow[] {
  const sought = search.trim().toLocaleLowerCase('sv');
  const order = sort.direction === 'ascending' ? 1 : -1;
  return rows
    .filter((row) => passes(row, filter) && row.name.toLocaleLowerCase('sv').includes(sought))
    .sort(
      (a, b) => order * (sort.column === 'changed' ? a.changed - b.changed : swedish.compare(a.name, b.name)),
    );
}

function passes(row: TemplateRow, filter: Filter): boolean {
  switch (filter) {
    case 'current':
      return row.status !== 'archived';
    case 'all':
      return true;
    case 'draft':
    case 'published':
    case 'archived':
      return row.status === filter;
  }
}
