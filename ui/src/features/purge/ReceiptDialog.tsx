import type { ReactNode } from 'react';
import type { ReceiptDetail } from '../../bindings';
import { Answered } from '../../components/Answered';
import { DefinitionList } from '../../components/DefinitionList';
import { Dialog } from '../../components/Dialog';
import { formatDateTime, formatFileSize } from '../../i18n/format';
import { t } from '../../i18n/sv';
import { useCommand } from '../../query/useCommand';
import styles from './purge.module.css';
import { Outcome } from './Receipts';

const words = t.purge;

/** A receipt whole, as it stands in the vault's own log. */
export function ReceiptDialog({ seq, onClose }: { seq: number; onClose: () => void }): ReactNode {
  const detail = useCommand('open_receipt', { seq });
  return (
    <Dialog title={words.receipt(seq)} isOpen onClose={onClose} size="wide">
      <Answered asked={detail} waiting={words.receiptWaiting}>
        {(known) => <Whole {...known} />}
      </Answered>
    </Dialog>
  );
}

function Whole({ receipt, steps, hash }: ReceiptDetail): ReactNode {
  const { receiptColumns: columns, receiptTerms: terms } = words;
  return (
    <DefinitionList
      items={[
        { term: columns.what, value: words.kinds[receipt.kind] },
        { term: terms.item, value: <code className={styles.code}>{receipt.item}</code> },
        { term: terms.size, value: formatFileSize(receipt.size) },
        { term: columns.deadline, value: formatDateTime(receipt.deadline) },
        { term: columns.purgedAt, value: formatDateTime(receipt.purgedAt) },
        { term: columns.trigger, value: words.triggers[receipt.trigger] },
        { term: columns.outcome, value: <Outcome kind={receipt.kind} outcome={receipt.outcome} /> },
        {
          term: terms.steps,
          value: (
            <ol className={styles.steps}>
              {steps.map((step) => (
                <li key={step}>{words.steps[step]}</li>
              ))}
            </ol>
          ),
        },
        { term: terms.hash, value: <code className={styles.code}>{hash}</code> },
      ]}
    />
  );
}
