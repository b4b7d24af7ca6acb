import type { ReactNode } from 'react';
import type { ReceiptView } from '../../bindings';
import { Badge } from '../../components/Badge';
import { EmptyState } from '../../components/EmptyState';
import { type Column, Table } from '../../components/Table';
import { formatDateTime } from '../../i18n/format';
import { t } from '../../i18n/sv';
import styles from './purge.module.css';

const words = t.purge;

/** The receipts, newest first. */
export function Receipts({ receipts }: { receipts: readonly ReceiptView[] }): ReactNode {
  return (
    <>
      <p>{words.receiptsLead}</p>
      <Table
        caption={words.receiptsCaption}
        isCaptionHidden
        rows={receipts}
        rowKey={(receipt) => String(receipt.seq)}
        columns={columns}
        empty={
          <EmptyState icon="trash" title={words.noReceipts.title}>
            <p>{words.noReceipts.text}</p>
          </EmptyState>
        }
      />
    </>
  );
}

/** The word for what the core says; a word that this version does not know is shown as it is. */
function wordOf(dictionary: Readonly<Record<string, string>>, said: string): string {
  return dictionary[said] ?? said;
}

const outcomes: Readonly<Record<string, { readonly word: string; readonly help: string | null }>> =
  words.outcomes;

const columns: readonly Column<ReceiptView>[] = [
  { id: 'seq', heading: words.receiptColumns.seq, isNarrow: true, cell: ({ seq }) => seq },
  { id: 'what', heading: words.receiptColumns.what, cell: ({ kind }) => wordOf(words.kinds, kind) },
  {
    id: 'purgedAt',
    heading: words.receiptColumns.purgedAt,
    cell: ({ purgedAt }) => formatDateTime(purgedAt),
  },
  {
    id: 'deadline',
    heading: words.receiptColumns.deadline,
    cell: ({ deadline }) => formatDateTime(deadline),
  },
  {
    id: 'trigger',
    heading: words.receiptColumns.trigger,
    cell: ({ trigger }) => wordOf(words.triggers, trigger),
  },
  {
    id: 'outcome',
    heading: words.receiptColumns.outcome,
    cell: ({ outcome }) => {
      const known = outcomes[outcome];
      return (
        <>
          <Badge tone={outcome === 'removed' ? 'success' : 'observe'}>{known?.word ?? outcome}</Badge>
          {known?.help && <span className={styles.help}>{known.help}</span>}
        </>
      );
    },
  },
];
