import { type ReactNode, useState } from 'react';
import type { ReceiptView } from '../../bindings';
import { Answered } from '../../components/Answered';
import { Badge } from '../../components/Badge';
import { Button, ButtonRow } from '../../components/Button';
import { EmptyState } from '../../components/EmptyState';
import { type Column, Table } from '../../components/Table';
import { formatDateTime } from '../../i18n/format';
import { t } from '../../i18n/sv';
import { useCommand } from '../../query/useCommand';
import { Chain } from './Chain';
import type { Period } from './Period';
import styles from './purge.module.css';
import { ReceiptDialog } from './ReceiptDialog';

const words = t.purge;

/** The receipts of a period, newest first, a page at a time; each opens whole. */
export function Receipts({ period }: { period: Period }): ReactNode {
  const [before, setBefore] = useState<number | null>(null);
  const [opened, setOpened] = useState<number | null>(null);
  const page = useCommand('list_receipts', { ...period, before }, { keepPrevious: true });
  return (
    <>
      <p>{words.receiptsLead}</p>
      <Chain />
      <Answered asked={page}>
        {({ receipts, next }) => (
          <>
            <Table
              caption={words.receiptsCaption}
              isCaptionHidden
              rows={receipts}
              rowKey={(receipt) => String(receipt.seq)}
              columns={columns(setOpened)}
              empty={
                <EmptyState icon="trash" title={words.noReceipts.title}>
                  <p>{words.noReceipts.text}</p>
                </EmptyState>
              }
            />
            {(before !== null || next !== null) && (
              <ButtonRow>
                {before !== null && <Button onPress={() => setBefore(null)}>{words.newer}</Button>}
                {next !== null && <Button onPress={() => setBefore(next)}>{words.older}</Button>}
              </ButtonRow>
            )}
          </>
        )}
      </Answered>
      {opened !== null && <ReceiptDialog seq={opened} onClose={() => setOpened(null)} />}
    </>
  );
}

function columns(open: (seq: number) => void): Column<ReceiptView>[] {
  return [
    { id: 'seq', heading: words.receiptColumns.seq, isNarrow: true, cell: ({ seq }) => seq },
    { id: 'what', heading: words.receiptColumns.what, cell: ({ kind }) => words.kinds[kind] },
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
    { id: 'trigger', heading: words.receiptColumns.trigger, cell: ({ trigger }) => words.triggers[trigger] },
    { id: 'outcome', heading: words.receiptColumns.outcome, cell: (receipt) => <Outcome {...receipt} /> },
    {
      id: 'open',
      heading: words.receiptColumns.open,
      isNarrow: true,
      cell: ({ seq }) => (
        <Button size="small" aria-label={words.openReceiptOf(seq)} onPress={() => open(seq)}>
          {words.openReceipt}
        </Button>
      ),
    },
  ];
}

/** How a purge ended, with what that means. */
export function Outcome({ outcome }: Pick<ReceiptView, 'outcome'>): ReactNode {
  const { word, help } = words.outcomes[outcome];
  return (
    <>
      <Badge tone={outcome === 'removed' ? 'success' : 'observe'}>{word}</Badge>
      {help !== null && <span className={styles.help}>{help}</span>}
    </>
  );
}
