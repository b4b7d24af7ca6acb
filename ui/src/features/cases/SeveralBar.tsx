import { type ReactNode, useState } from 'react';
import type { CaseId, Worklist } from '../../bindings';
import { Button, IconButton } from '../../components/Button';
import { FailureBanner } from '../../components/FailureBanner';
import { t } from '../../i18n/sv';
import { AssignDialog } from './AssignDialog';
import styles from './CaseList.module.css';
import { useWork } from './useWork';

export interface SeveralBarProps {
  readonly list: Worklist;
  readonly selected: readonly CaseId[];
  readonly onClear: () => void;
}

/** What can be done with all that is marked, as long as anything is. */
export function SeveralBar({ list, selected, onClear }: SeveralBarProps): ReactNode {
  const words = t.casework.work;
  const work = useWork();
  const [isAssigning, setAssigning] = useState(false);
  const finish = (act: (cases: readonly CaseId[]) => void): void => {
    act(selected);
    onClear();
  };
  if (selected.length === 0 && work.failure === null) return null;
  return (
    <section className={styles.bar} aria-label={words.bar}>
      <IconButton icon="close" label={words.unmark} onPress={onClear} />
      <p className={styles.marked} role="status">
        {words.marked(selected.length)}
      </p>
      {list === 'ended' ? (
        <Button size="small" icon="undo" onPress={() => finish(work.reopen)}>
          {words.reopen}
        </Button>
      ) : (
        <>
          <Button size="small" icon="distribute" onPress={() => setAssigning(true)}>
            {words.assignMany}
          </Button>
          <Button size="small" icon="archive" onPress={() => finish(work.close)}>
            {words.close}
          </Button>
        </>
      )}
      {!isAssigning && <FailureBanner failure={work.failure} />}
      {isAssigning && (
        <AssignDialog
          cases={selected}
          handler={null}
          work={work}
          onDone={() => {
            setAssigning(false);
            onClear();
          }}
          onClose={() => {
            work.reset();
            setAssigning(false);
          }}
        />
      )}
    </section>
  );
}
