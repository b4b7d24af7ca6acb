import type { ReactNode } from 'react';
import type { AttachmentId, Timestamp } from '../../../bindings';
import { Banner } from '../../../components/Banner';
import { Button } from '../../../components/Button';
import { Dialog } from '../../../components/Dialog';
import { t } from '../../../i18n/sv';
import type { Refused } from '../../../platform';
import { FilePassword } from '../FilePassword';
import { KeepFields } from './KeepFields';
import { NotSaved } from './NotSaved';
import { useKeep } from './useKeep';

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
  const words = t.cases.copy;
  const keep = useKeep('save_copy', { isOpen, onClose, saved: words.saved });
  const { hours, saving, close } = keep;
  const locked = lockOf(saving.error);
  const save = (password: string | null): void => {
    if (hours === null) return;
    keep.save({ attachment, hours: Number(hours), ticket, password });
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
      <KeepFields keep={keep} label={words.hours} expires={expires} />
      {keep.isWithoutFolder && <Banner tone="info" title={words.none} isAnnounced />}
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
