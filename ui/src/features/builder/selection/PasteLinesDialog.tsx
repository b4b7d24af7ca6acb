import type { ReactNode } from 'react';
import { Button } from '../../../components/Button';
import { Dialog } from '../../../components/Dialog';
import { placed } from '../../../components/placed';
import { t } from '../../../i18n/sv';
import styles from './selection.module.css';

export interface PasteLinesDialogProps {
  /** What was pasted, line by line; nothing when nothing is asked. */
  readonly lines: readonly string[] | null;
  readonly onConfirm: (lines: readonly string[]) => void;
  readonly onClose: () => void;
}

/** More than this is hardly meant as questions. */
const MOST = 200;
/** Lines that are shown. */
const SHOWN = 5;

/** Asks whether text from another program is to become questions, one for each line. */
export function PasteLinesDialog({ lines, onConfirm, onClose }: PasteLinesDialogProps): ReactNode {
  const words = t.selection.lines;
  const all = lines ?? [];
  const isTooMany = all.length > MOST;
  return (
    <Dialog
      title={words.title}
      isOpen={lines !== null}
      onClose={onClose}
      actions={
        isTooMany ? (
          <Button onPress={onClose}>{t.components.close}</Button>
        ) : (
          <>
            <Button onPress={onClose}>{t.components.cancel}</Button>
            <Button
              tone="primary"
              onPress={() => {
                onConfirm(all);
                onClose();
              }}
            >
              {words.confirm(all.length)}
            </Button>
          </>
        )
      }
    >
      {isTooMany ? (
        <p>{words.tooMany(all.length, MOST)}</p>
      ) : (
        <>
          <p>{words.text(all.length)}</p>
          <ul className={styles.lines}>
            {placed(all.slice(0, SHOWN)).map(([place, line]) => (
              <li key={place}>{line}</li>
            ))}
          </ul>
          {all.length > SHOWN && <p>{words.more(all.length - SHOWN)}</p>}
        </>
      )}
    </Dialog>
  );
}
