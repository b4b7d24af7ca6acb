import type { ReactNode } from 'react';
import type { KeptItem } from '../../bindings';
import { Answered } from '../../components/Answered';
import { EmptyState } from '../../components/EmptyState';
import { Link } from '../../components/Link';
import { Page, Section } from '../../components/Page';
import { type Column, Table } from '../../components/Table';
import { useNow } from '../../components/useNow';
import { formatDateTime, formatFileSize, formatRelative } from '../../i18n/format';
import { t } from '../../i18n/sv';
import { useCommand } from '../../query/useCommand';
import { to } from '../../route/hash';
import { paths } from '../../route/paths';
import { Moment } from './Moment';
import styles from './purge.module.css';
import { Receipts } from './Receipts';

const words = t.purge;

/** *Gallring*. Holds nothing about a person, so administrators see it too; only handlers are led to the cases. */
export function PurgePage({ canOpenCases }: { canOpenCases: boolean }): ReactNode {
  const overview = useCommand('purge_overview', null);
  return (
    <Page title={words.title} lead={words.lead}>
      <Answered asked={overview} waiting={words.waiting}>
        {({ kept, receipts }) => (
          <>
            <Section title={words.kept}>
              <Kept items={kept} canOpenCases={canOpenCases} />
            </Section>
            <Section title={words.receipts}>
              <Receipts receipts={receipts} />
            </Section>
          </>
        )}
      </Answered>
    </Page>
  );
}

interface Row extends KeptItem {
  readonly key: string;
}

function Kept({ items, canOpenCases }: { items: readonly KeptItem[]; canOpenCases: boolean }): ReactNode {
  const now = useNow();
  // What is kept has no id of its own here; its place in the list, which is by deadline, tells it apart.
  const rows = items.map((item, at): Row => ({ ...item, key: `${item.case}-${item.expires}-${at}` }));
  const columns: Column<Row>[] = [
    {
      id: 'what',
      heading: words.keptColumns.what,
      cell: (item) => (item.copy ? words.copy : words.attachment),
    },
    {
      id: 'expires',
      heading: words.keptColumns.expires,
      cell: ({ expires }) => (
        <Moment
          first={expires <= now ? words.overdue : formatRelative(expires, now)}
          second={formatDateTime(expires)}
          isSoon={expires - now < 3_600_000}
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
