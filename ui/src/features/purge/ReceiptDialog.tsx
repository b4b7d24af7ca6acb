import type { ReactNode } from 'react';
import type { ReceiptCircumstances, ReceiptDetail } from '../../bindings';
import { Answered } from '../../components/Answered';
import { type Definition, DefinitionList } from '../../components/DefinitionList';
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

function Whole({ receipt, steps, hash, circumstances }: ReceiptDetail): ReactNode {
  const { receiptColumns: columns, receiptTerms: terms } = words;
  return (
    <DefinitionList
      items={[
        { term: columns.what, value: words.kinds[receipt.kind] },
        { term: terms.item, value: <code className={styles.code}>{receipt.item}</code> },
        { term: terms.size, value: formatFileSize(receipt.size) },
        ...came(circumstances),
        { term: columns.deadline, value: formatDateTime(receipt.deadline) },
        { term: columns.purgedAt, value: formatDateTime(receipt.purgedAt) },
        { term: columns.trigger, value: words.triggers[receipt.trigger] },
        ...chosenBy(circumstances),
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
        ...stood(circumstances),
        { term: terms.hash, value: <code className={styles.code}>{hash}</code> },
      ]}
    />
  );
}

type Known = ReceiptCircumstances | null;

/** When it had come, on receipts that say so. */
function came(known: Known): Definition[] {
  if (known?.received == null) return [];
  return [{ term: words.receiptTerms.received, value: formatDateTime(known.received) }];
}

/** Who, where one of the staff chose to. */
function chosenBy(known: Known): Definition[] {
  if (known?.person == null) return [];
  return [{ term: words.receiptTerms.person, value: known.person }];
}

/** How it stood on the computer. */
function stood(known: Known): Definition[] {
  if (known === null) return [];
  const { receiptTerms: terms, clockStates } = words;
  const clock = known.clockDoubted
    ? clockStates.doubted
    : known.clockBehind > 0
      ? clockStates.behind
      : clockStates.right;
  const jail =
    known.jailHolds === null ? [] : [{ term: terms.jail, value: words.jailHolds(known.jailHolds) }];
  return [{ term: terms.clock, value: clock }, ...jail, { term: terms.version, value: known.version }];
}
