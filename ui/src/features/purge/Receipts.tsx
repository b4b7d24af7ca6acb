import { type ReactNode, useState } from 'react';
import type { ReceiptView } from '../../bindings';
import { Answered } from '../../components/Answered';
import { Badge } from '../../components/Badge';
import { Button, ButtonRow } from '../../components/Button';
import { EmptyState } from '../../components/EmptyState';
import { type Column, Table } from '../../components/Table';
import { useNow } from '../../components/useNow';
import { formatDateTimeBriefly } from '../../i18n/format';
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
  const now = useNow();
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
              columns={columns(now, setOpened)}
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

function columns(now: number, open: (seq: number) => void): Column<ReceiptView>[] {
  const when = (at: number): ReactNode => (
    <span className={styles.when}>{formatDateTimeBriefly(at, now)}</span>
  );
  return [
    { id: 'seq', heading: words.receiptColumns.seq, isNarrow: true, cell: ({ seq }) => seq },
    { id: 'what', heading: words.receiptColumns.what, cell: ({ kind }) => words.kinds[kind] },
    {
      id: 'purgedAt',
      heading: words.receiptColumns.purgedAt,
      cell: ({ purgedAt }) => when(purgedAt),
    },
    {
      id: 'deadline',
      heading: words.receiptColumns.deadline,
      cell: ({ deadline }) => when(deadline),
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
export function Outcome({ kind, outcome }: Pick<ReceiptView, 'kind' | 'outcome'>): ReactNode {
  const { word, help } = outcomeWords(kind, outcome);
  const isAsItShould = outcome === 'removed' || kind === 'unfinishedCopy';
  return (
    <>
      <Badge tone={isAsItShould ? 'success' : 'observe'}>{word}</Badge>
      {help !== null && <span className={styles.help}>{help}</span>}
    </>
  );
}

function outcomeWords(
  kind: ReceiptView['kind'],
  outcome: ReceiptView['outcome'],
): { word: string; help: string | null } {
  const isOfNone = outcome === 'contentChanged' || outcome === 'notFoundAtRecordedPlace';
  return kind === 'unfinishedCopy' && isOfNone ? words.unfinishedOutcomes[outcome] : words.outcomes[outcome];
}
