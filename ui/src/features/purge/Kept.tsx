import type { ReactNode } from 'react';
import type { KeptItem } from '../../bindings';
import { EmptyState } from '../../components/EmptyState';
import { Link } from '../../components/Link';
import { type Column, Table } from '../../components/Table';
import { useNow } from '../../components/useNow';
import { formatDateTime, formatFileSize, formatRelative } from '../../i18n/format';
import { t } from '../../i18n/sv';
import { to } from '../../route/hash';
import { paths } from '../../route/paths';
import { Moment } from './Moment';
import styles from './purge.module.css';

const words = t.purge;
const HOUR = 3_600_000;
const DAY = 24 * HOUR;

interface Row extends KeptItem {
  readonly key: string;
}

/** What is kept until when, and how much of it goes within a day. */
export function Kept({
  items,
  canOpenCases,
}: {
  items: readonly KeptItem[];
  canOpenCases: boolean;
}): ReactNode {
  const now = useNow();
  const soon = items.filter(({ expires }) => expires - now < DAY).length;
  // What is kept has no id of its own here; its place in the list, which is by deadline, tells it apart.
  const rows = items.map((item, at): Row => ({ ...item, key: `${item.case}-${item.expires}-${at}` }));
  const columns: Column<Row>[] = [
    { id: 'what', heading: words.keptColumns.what, cell: whatOf },
    {
      id: 'expires',
      heading: words.keptColumns.expires,
      cell: ({ expires, state }) => (
        <Moment
          first={state === 'waiting' ? formatRelative(expires, now) : stateWords[state]}
          second={formatDateTime(expires)}
          isSoon={expires - now < HOUR}
        />
      ),
    },
    {
      id: 'size',
      heading: words.keptColumns.size,
      align: 'end',
      cell: ({ size }) => (size === null ? '–' : formatFileSize(size)),
    },
  ];
  if (canOpenCases) {
    columns.push({
      id: 'case',
      heading: words.keptColumns.caseLink,
      isNarrow: true,
      cell: (item) => <Link href={to(paths.case(item.case))}>{words.openCase}</Link>,
    });
  }
  return (
    <div className={styles.kept}>
      {items.length > 0 && <p>{words.soon(soon)}</p>}
      <Table
        caption={words.keptCaption}
        isCaptionHidden
        rows={rows}
        rowKey={(row) => row.key}
        columns={columns}
        empty={
          <EmptyState icon="clock" title={words.noneKept.title}>
            <p>{words.noneKept.text}</p>
          </EmptyState>
        }
      />
    </div>
  );
}

function whatOf({ kind, copy }: KeptItem): string {
  return copy === null ? words.keptKinds[kind] : words.keptCopies[copy];
}

const stateWords = { late: words.overdue, closed: words.closed } as const;
