import { type ReactNode, useState } from 'react';
import type { CopyView } from '../../bindings';
import { Button } from '../../components/Button';
import { showToast } from '../../components/Toast';
import { formatDateTimeBriefly } from '../../i18n/format';
import { t } from '../../i18n/sv';
import { useAct } from '../../query/useAct';
import styles from './Attachments.module.css';
import { Countdown } from './Countdown';
import { PurgeDialog } from './PurgeDialog';
import { shownInDialog, useFocusWhenGone } from './useFocusWhenGone';

/** The temporary copies of an attachment. */
export function Copies({ copies, now }: { copies: readonly CopyView[]; now: number }): ReactNode {
  return (
    <div className={styles.copies}>
      <h4>{t.cases.attachments.copies}</h4>
      <ul>
        {copies.map((copy) => (
          <CopyRow key={copy.id} copy={copy} now={now} />
        ))}
      </ul>
    </div>
  );
}

function CopyRow({ copy, now }: { copy: CopyView; now: number }): ReactNode {
  const [isAsking, setAsking] = useState(false);
  const purging = useAct('purge_copy');
  const words = t.cases.attachments;
  const made = formatDateTimeBriefly(copy.made, now);
  const { unfinished } = words;
  const line = useFocusWhenGone<HTMLParagraphElement>(copy.purged !== null);
  return (
    <li className={styles.copy} data-gone={copy.purged !== null || undefined}>
      <div className={styles.copyWords}>
        <p ref={line} tabIndex={-1} className={styles.facts}>
          <span>{copy.finished ? words.copyMade[copy.kind](made) : unfinished.line(made)}</span>
          {copy.purged === null ? (
            <Countdown expires={copy.expires} now={now} />
          ) : (
            <span>{words.purged(formatDateTimeBriefly(copy.purged, now))}</span>
          )}
        </p>
        {!copy.finished && (
          <p className={styles.soft}>{copy.purged === null ? unfinished.left : unfinished.gone}</p>
        )}
      </div>
      {copy.purged === null && (
        <>
          <Button
            size="small"
            tone="quiet"
            icon="trash"
            aria-label={copy.finished ? words.copyPurge[copy.kind](made) : unfinished.purge(made)}
            onPress={() => setAsking(true)}
          >
            {words.purge}
          </Button>
          <PurgeDialog
            title={words.copyPurgeTitle}
            acting={purging}
            isOpen={isAsking}
            onClose={() => setAsking(false)}
            onConfirm={() =>
              void purging.mutateAsync({ copy: copy.id }).then(() => {
                setAsking(false);
                showToast({ text: words.copyGone });
              }, shownInDialog)
            }
          >
            <p>{words.copyPurgeWords}</p>
            <p>{words.copyPurgeTodo}</p>
          </PurgeDialog>
        </>
      )}
    </li>
  );
}
