import type { ReactNode } from 'react';
import { Button } from 'react-aria-components';
import { cx } from './cx';
import { Icon } from './Icon';
import { useScrollStop } from './Scroller';
import styles from './Table.module.css';
import { VisuallyHidden } from './VisuallyHidden';

/** A column of a table of `R`. */
export interface Column<R> {
  readonly id: string;
  readonly heading: string;
  /** The heading is for those who listen only, as over a column of buttons. */
  readonly isHeadingHidden?: boolean;
  readonly cell: (row: R) => ReactNode;
  /** Below what the cell says, outside the row's link: more about the thing, for the column that names the row. */
  readonly below?: (row: R) => ReactNode;
  /** Can the table be sorted by it? */
  readonly isSortable?: boolean;
  readonly align?: 'end';
  /** Takes no more width than it needs. */
  readonly isNarrow?: boolean;
  /** This one names the row, when that is not the first. */
  readonly isName?: boolean;
}

export interface Sort {
  readonly column: string;
  readonly direction: 'ascending' | 'descending';
}

export interface TableProps<R> {
  /** What the table is, for those who listen; shown when no heading stands above. */
  readonly caption: string;
  readonly isCaptionHidden?: boolean;
  /** The first, or the one that says so, is the row's name: its cell is a row header and, with `rowHref`, the link. */
  readonly columns: readonly Column<R>[];
  readonly rows: readonly R[];
  readonly rowKey: (row: R) => string;
  /** Where a row leads. The whole row can be clicked; there is one link, in the cell of its name. */
  readonly rowHref?: (row: R) => string;
  /** How the rows are sorted now. The one who has the rows sorts them. */
  readonly sort?: Sort;
  readonly onSort?: (sort: Sort) => void;
  /** Shown instead of rows. */
  readonly empty?: ReactNode;
}

/** A table as HTML means it: readable cell by cell with a screen reader's own keys. */
export function Table<R>(props: TableProps<R>): ReactNode {
  const { caption, isCaptionHidden, columns, rows, rowKey, empty } = props;
  return (
    <div className={styles.frame} {...useScrollStop(caption)}>
      <table className={styles.table}>
        <caption className={styles.caption}>
          {isCaptionHidden ? <VisuallyHidden>{caption}</VisuallyHidden> : caption}
        </caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <Heading key={column.id} column={column} {...props} />
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.length === 0 && empty !== undefined ? (
            <tr>
              <td colSpan={columns.length}>{empty}</td>
            </tr>
          ) : (
            rows.map((row) => <Row key={rowKey(row)} row={row} {...props} />)
          )}
        </tbody>
      </table>
    </div>
  );
}

function Row<R>({ row, columns, rowHref }: TableProps<R> & { row: R }): ReactNode {
  const name = columns.find((column) => column.isName) ?? columns[0];
  return (
    <tr className={cx(rowHref && styles.leads)}>
      {columns.map((column) => {
        const className = cx(column.align === 'end' && styles.end, column.isNarrow && styles.narrow);
        const content = column.cell(row);
        if (column !== name) {
          return (
            <td key={column.id} className={className}>
              {content}
            </td>
          );
        }
        return (
          <th key={column.id} scope="row" className={className}>
            {rowHref ? (
              <a href={rowHref(row)} className={styles.rowLink}>
                {content}
              </a>
            ) : (
              content
            )}
            {column.below?.(row)}
          </th>
        );
      })}
    </tr>
  );
}

function Heading<R>({
  column,
  sort,
  onSort,
}: Pick<TableProps<R>, 'sort' | 'onSort'> & { column: Column<R> }): ReactNode {
  const direction = sort?.column === column.id ? sort.direction : undefined;
  const className = cx(column.align === 'end' && styles.end, column.isNarrow && styles.narrow);
  if (column.isSortable && onSort) {
    const next = direction === 'ascending' ? 'descending' : 'ascending';
    return (
      <th scope="col" aria-sort={direction ?? 'none'} className={className}>
        <Button className={cx(styles.sort)} onPress={() => onSort({ column: column.id, direction: next })}>
          {column.heading}
          <span className={styles.direction} data-direction={direction}>
            <Icon name={direction === 'descending' ? 'down' : 'up'} size={16} />
          </span>
        </Button>
      </th>
    );
  }
  if (column.isHeadingHidden) {
    return (
      <th scope="col" className={className}>
        <VisuallyHidden>{column.heading}</VisuallyHidden>
      </th>
    );
  }
  return (
    <th scope="col" className={className}>
      {column.heading}
    </th>
  );
}
