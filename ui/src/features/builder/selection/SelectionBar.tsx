import type { ReactNode } from 'react';
import { Banner } from '../../../components/Banner';
import { Button } from '../../../components/Button';
import { VisuallyHidden } from '../../../components/VisuallyHidden';
import { t } from '../../../i18n/sv';
import type { Trouble } from '../useFormActs';
import { useKept } from './clipboard';
import { type Selection, useSelected } from './selection';
import styles from './selection.module.css';

export interface SelectionBarProps {
  readonly selection: Selection;
  readonly trouble: Trouble | null;
  readonly onTroubleClose: () => void;
  readonly onMoveTo: () => void;
  readonly onDuplicate: () => void;
  readonly onCut: () => void;
  readonly onCopy: () => void;
  readonly onPaste: () => void;
  readonly onKeep: () => void;
  readonly onRemove: () => void;
  readonly onClear: () => void;
}

/** What can be done with all that is selected, as long as anything is; what is said of it, and what went wrong with it. */
export function SelectionBar(props: SelectionBarProps): ReactNode {
  const { selection, trouble, onTroubleClose } = props;
  const { ids, said } = useSelected(selection);
  return (
    <>
      <VisuallyHidden>
        <span role="status">{said}</span>
      </VisuallyHidden>
      {(ids.size > 0 || trouble) && (
        <div className={styles.foot}>
          {trouble && (
            <Banner
              tone="error"
              title={trouble.title}
              isAnnounced
              actions={
                <Button size="small" onPress={onTroubleClose}>
                  {t.components.close}
                </Button>
              }
            >
              <p>{trouble.todo}</p>
            </Banner>
          )}
          {ids.size > 0 && <Acts {...props} count={ids.size} />}
        </div>
      )}
    </>
  );
}

function Acts(props: SelectionBarProps & { readonly count: number }): ReactNode {
  const { count, onMoveTo, onDuplicate, onCut, onCopy, onPaste, onKeep, onRemove, onClear } = props;
  const kept = useKept();
  const words = t.selection;
  return (
    <section className={styles.bar} aria-label={words.bar} data-bar>
      <p className={styles.count}>{words.count(count)}</p>
      <Button id={firstActId} size="small" icon="distribute" onPress={onMoveTo}>
        {words.moveTo}
      </Button>
      <Button size="small" onPress={onDuplicate}>
        {words.duplicate}
      </Button>
      <Button size="small" onPress={onCut}>
        {words.cut}
      </Button>
      <Button size="small" icon="copy" onPress={onCopy}>
        {words.copy}
      </Button>
      {kept && (
        <Button size="small" onPress={onPaste}>
          {words.pasteAfter}
        </Button>
      )}
      <Button size="small" icon="register" onPress={onKeep}>
        {t.bank.saveAct}
      </Button>
      <Button size="small" icon="trash" onPress={onRemove}>
        {words.remove}
      </Button>
      <Button size="small" tone="quiet" icon="close" onPress={onClear}>
        {words.clear}
      </Button>
    </section>
  );
}

const firstActId = 'selection-acts';

/** Goes to the bar, which is in sight already. */
export function goToBar(): void {
  document.getElementById(firstActId)?.focus({ preventScroll: true });
}
