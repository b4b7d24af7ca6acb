import { type ReactNode, useState } from 'react';
import type { BankLink, Item } from '../../../bindings';
import { Answered } from '../../../components/Answered';
import { Banner } from '../../../components/Banner';
import { Button, ButtonRow } from '../../../components/Button';
import { ConfirmDialog, Dialog } from '../../../components/Dialog';
import { FailureBanner } from '../../../components/FailureBanner';
import { showToast } from '../../../components/Toast';
import { t } from '../../../i18n/sv';
import { useAct } from '../../../query/useAct';
import { useCommand } from '../../../query/useCommand';
import { useFormTools } from '../formTools';
import { DifferenceList } from '../life/DifferenceList';
import { itemLines, type Line, outline } from '../outline';
import { fieldId } from '../problems';
import styles from './Bank.module.css';
import { coupling, standingOf } from './coupling';

export interface CoupledProps {
  readonly line: Line;
  readonly link: BankLink;
}

/** What a section is coupled to in the bank, whether that has changed, and what can be done about it. */
export function Coupled({ line, link }: CoupledProps): ReactNode {
  const { edit, focusAfter } = useFormTools();
  const words = t.bank.coupled;
  const listed = useCommand('list_bank_sections', null);
  const update = useAct('update_bank_section');
  const [isComparing, setComparing] = useState(false);
  const [isAsking, setAsking] = useState(false);
  const { item, name } = line;
  const uncouple = (): void => {
    edit(coupling(item, null));
    showToast({ text: words.uncoupled(name), onUndo: () => edit(coupling(item, link)) });
    focusAfter(fieldId.item(item.id));
  };
  const doUpdate = (): void =>
    update.mutate(
      { item },
      {
        onSuccess: (now) => {
          setAsking(false);
          edit(coupling(item, now));
          showToast({ text: words.updated(name) });
        },
        onError: () => setAsking(false),
      },
    );
  const leave = (
    <Button size="small" tone="quiet" aria-label={words.uncoupleOf(name)} onPress={uncouple}>
      {words.uncouple}
    </Button>
  );
  return (
    <Answered asked={listed}>
      {(sections) => {
        const standing = standingOf(link, sections);
        return (
          <>
            {standing.is === 'gone' && (
              <Banner tone="info" title={words.gone} actions={leave}>
                <p>{words.goneHelp}</p>
              </Banner>
            )}
            {standing.is === 'changed' && (
              <Banner
                tone="observe"
                title={words.changed}
                actions={
                  <ButtonRow>
                    <Button size="small" aria-label={words.showOf(name)} onPress={() => setComparing(true)}>
                      {words.show}
                    </Button>
                    {leave}
                  </ButtonRow>
                }
              >
                <p>{words.changedHelp(standing.name)}</p>
              </Banner>
            )}
            {standing.is === 'same' && (
              <div className={styles.coupled}>
                <p className={styles.quiet}>{words.to(standing.name)}</p>
                <Button
                  size="small"
                  tone="quiet"
                  icon="register"
                  aria-label={words.updateOf(name)}
                  onPress={() => setAsking(true)}
                >
                  {words.update}
                </Button>
                {leave}
              </div>
            )}
            <FailureBanner failure={update.error?.failure ?? null} />
            {isComparing && <CompareDialog item={item} name={name} onClose={() => setComparing(false)} />}
            <ConfirmDialog
              title={words.asking}
              isOpen={isAsking}
              onClose={() => setAsking(false)}
              confirm={words.update}
              tone="primary"
              isPending={update.isPending}
              onConfirm={doUpdate}
            >
              <p>{words.askingText}</p>
            </ConfirmDialog>
          </>
        );
      }}
    </Answered>
  );
}

interface CompareDialogProps {
  readonly item: Item;
  readonly name: string;
  readonly onClose: () => void;
}

/** What differs from what the bank has now, and what fetching it would do to other questions. */
function CompareDialog({ item, name, onClose }: CompareDialogProps): ReactNode {
  const words = t.bank.coupled;
  const { lines, edit, focusAfter } = useFormTools();
  // As it stood when it was asked: what is behind a dialog does not change.
  const [form] = useState(() => formOf(lines.now()));
  const asked = useCommand('compare_with_bank', { form, item: item.id }, { isFresh: true });
  const fetch = (): void => {
    if (!asked.data) return;
    edit(asked.data.edit);
    showToast({ text: words.fetched(name) });
    onClose();
    focusAfter(fieldId.item(item.id));
  };
  return (
    <Dialog
      title={words.compare(name)}
      size="wide"
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{t.components.cancel}</Button>
          <Button tone="primary" isDisabled={!asked.data} onPress={fetch}>
            {words.fetch}
          </Button>
        </>
      }
    >
      <p>{words.compareLead}</p>
      <Answered asked={asked}>
        {({ comparison, broken }) => (
          <>
            {broken.length > 0 && (
              <Banner tone="observe" title={words.broken(broken.length)}>
                <ul>
                  {itemLines(outline(comparison.after.form))
                    .filter(({ id }) => broken.includes(id))
                    .map((line) => (
                      <li key={line.id}>{t.life.compare.named(line.name, line.item.text.trim())}</li>
                    ))}
                </ul>
                <p>{words.brokenHelp}</p>
              </Banner>
            )}
            <DifferenceList comparison={comparison} />
          </>
        )}
      </Answered>
    </Dialog>
  );
}

/** The form that these are the items of. */
function formOf(lines: readonly Line[]): Item[] {
  return lines.filter(({ section }) => section === undefined).map(({ item }) => item);
}
