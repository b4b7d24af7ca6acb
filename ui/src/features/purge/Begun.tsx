import type { ReactNode } from 'react';
import type { BegunView } from '../../bindings';
import { Badge } from '../../components/Badge';
import { Link } from '../../components/Link';
import { type Column, Table } from '../../components/Table';
import { useNow } from '../../components/useNow';
import { formatDateTime, formatRelative } from '../../i18n/format';
import { t } from '../../i18n/sv';
import { to } from '../../route/hash';
import { paths } from '../../route/paths';
import { Moment } from './Moment';
import styles from './purge.module.css';

const words = t.purge;

/** What could not be removed yet, and what a person can do about it. */
export function Begun({
  items,
  canOpenCases,
}: {
  items: readonly BegunView[];
  canOpenCases: boolean;
}): ReactNode {
  const now = useNow();
  const columns: Column<BegunView>[] = [
    { id: 'what', heading: words.begunColumns.what, cell: ({ kind }) => words.kinds[kind] },
    {
      id: 'since',
      heading: words.begunColumns.since,
      cell: ({ since }) => <Moment first={formatRelative(since, now)} second={formatDateTime(since)} />,
    },
    {
      id: 'state',
      heading: words.begunColumns.state,
      cell: ({ stuck, kind }) =>
        stuck ? (
          <>
            <Badge tone="error">{words.stuck}</Badge>
            <span className={styles.help}>{words.stuckHelp[kind === 'sealed' ? 'sealed' : 'copy']}</span>
          </>
        ) : (
          <Badge tone="observe">{words.retrying}</Badge>
        ),
    },
  ];
  if (canOpenCases) {
    columns.push({
      id: 'case',
      heading: words.begunColumns.caseLink,
      isNarrow: true,
      cell: (item) =>
        item.case === null ? '–' : <Link href={to(paths.case(item.case))}>{words.openCase}</Link>,
    });
  }
  return (
    <>
      <p>
        {items.some(({ kind }) => kind === 'sealed') && `${words.begunSealed} `}
        {words.begunLead}
      </p>
      <Table
        caption={words.begunCaption}
        isCaptionHidden
        rows={items}
        rowKey={({ since, kind, deadline }) => `${kind}-${since}-${deadline}`}
        columns={columns}
      />
    </>
  );
}
