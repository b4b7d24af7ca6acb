import { type ReactNode, useState } from 'react';
import type { AttachmentId, Timestamp } from '../../../bindings';
import { Answered } from '../../../components/Answered';
import { Banner } from '../../../components/Banner';
import { Button } from '../../../components/Button';
import { Dialog } from '../../../components/Dialog';
import { showToast } from '../../../components/Toast';
import { formatDateTimeBriefly } from '../../../i18n/format';
import { t } from '../../../i18n/sv';
import type { Refused } from '../../../platform';
import { useAct } from '../../../query/useAct';
import { useCommand } from '../../../query/useCommand';
import { FilePassword } from '../FilePassword';
import { HoursChoice } from './HoursChoice';
import { hoursUpTo } from './hours';
import { NotSaved } from './NotSaved';
import { Places } from './Places';

export interface SafeCopyDialogProps {
  readonly attachment: AttachmentId;
  /** The attachment's own deadline, which no copy outlives. */
  readonly expires: Timestamp;
  /** The open preview of it, which draws the copy and has opened a locked file. */
  readonly ticket?: string;
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

/** *Spara tillfällig säker kopia*: what it is, for how long, and then where. */
export function SafeCopyDialog(props: SafeCopyDialogProps): ReactNode {
  const { attachment, expires, ticket = null, isOpen, onClose } = props;
  const rules = useCommand('copy_rules', null, { enabled: isOpen });
  const saving = useAct('save_copy');
  const offered = hoursUpTo(rules.data?.maxHours ?? 0);
  // The shortest is proposed: what is not kept cannot be lost.
  const [chosen, setChosen] = useState<string | null>(null);
  const hours = chosen ?? offered[0] ?? null;
  const words = t.cases.copy;
  const locked = lockOf(saving.error);
  const close = (): void => {
    saving.reset();
    onClose();
  };
  const save = (password: string | null): void => {
    if (hours === null) return;
    saving.mutate(
      { attachment, hours: Number(hours), ticket, password },
      {
        onSuccess: (copy) => {
          if (!copy) return;
          close();
          showToast({ text: words.saved(formatDateTimeBriefly(copy.expires, Date.now())) });
        },
      },
    );
  };
  return (
    <Dialog
      title={words.title}
      isOpen={isOpen}
      onClose={close}
      actions={
        <>
          <Button onPress={close}>{t.components.cancel}</Button>
          {!locked && (
            <Button
              tone="primary"
              icon="save"
              isPending={saving.isPending}
              isDisabled={hours === null}
              onPress={() => save(null)}
            >
              {words.save}
            </Button>
          )}
        </>
      }
    >
      <p>{words.what}</p>
      <p>{words.where}</p>
      <Answered asked={rules}>
        {(known) => (
          <>
            <Places rules={known} />
            <HoursChoice
              label={words.hours}
              offered={offered}
              value={hours}
              onChange={setChosen}
              expires={expires}
            />
          </>
        )}
      </Answered>
      {saving.isSuccess && saving.data === null && <Banner tone="info" title={words.none} isAnnounced />}
      {locked ? (
        <>
          <Banner tone="info" title={words.locked} isAnnounced />
          <FilePassword isWrong={locked === 'wrongPassword'} isPending={saving.isPending} onGiven={save} />
        </>
      ) : (
        <NotSaved error={saving.error} />
      )}
    </Dialog>
  );
}

/** Whether the file itself asks for a password. */
function lockOf(error: Refused | null): 'passwordNeeded' | 'wrongPassword' | null {
  if (error?.failure.code !== 'previewFailed') return null;
  const { fault } = error.failure;
  return fault === 'passwordNeeded' || fault === 'wrongPassword' ? fault : null;
}
