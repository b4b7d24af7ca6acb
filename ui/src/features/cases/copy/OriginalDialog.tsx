import { type ReactNode, useRef, useState } from 'react';
import type { OriginalReason, Preview, Timestamp } from '../../../bindings';
import { Banner } from '../../../components/Banner';
import { Button } from '../../../components/Button';
import { RadioGroup } from '../../../components/Choice';
import { Dialog } from '../../../components/Dialog';
import { t } from '../../../i18n/sv';
import { KeepFields } from './KeepFields';
import { NotSaved } from './NotSaved';
import { useKeep } from './useKeep';

const REASONS = ['detail', 'otherProgram', 'copyIncomplete'] as const satisfies readonly OriginalReason[];

export interface OriginalDialogProps {
  readonly preview: Preview;
  readonly expires: Timestamp;
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

/** *Spara original*: what comes along with it, why, for how long, and then where. */
export function OriginalDialog({ preview, expires, isOpen, onClose }: OriginalDialogProps): ReactNode {
  const words = t.cases.original;
  const [reason, setReason] = useState<OriginalReason | null>(null);
  const [isMissed, setMissed] = useState(false);
  const reasons = useRef<HTMLDivElement>(null);
  const forget = (): void => {
    setReason(null);
    setMissed(false);
    onClose();
  };
  const keep = useKeep('save_original', { isOpen, onClose: forget, saved: words.saved });
  const { hours, saving, close } = keep;
  const isActive = preview.flags.some((flag) => flag === 'activeContent' || flag === 'xfa');
  const save = (): void => {
    setMissed(reason === null);
    if (reason === null) reasons.current?.querySelector('input')?.focus();
    if (reason === null || hours === null) return;
    keep.save({ ticket: preview.ticket, reason, hours: Number(hours) });
  };
  return (
    <Dialog
      title={words.title}
      isOpen={isOpen}
      onClose={close}
      actions={
        <>
          <Button onPress={close}>{t.components.cancel}</Button>
          <Button icon="save" isPending={saving.isPending} isDisabled={hours === null} onPress={save}>
            {t.cases.copy.save}
          </Button>
        </>
      }
    >
      <Banner tone="observe" title={words.insteadTitle}>
        <p>{words.instead}</p>
      </Banner>
      <p>{words.what}</p>
      {isActive && <Banner tone="observe" title={words.active} />}
      <div ref={reasons}>
        <RadioGroup
          label={words.reason}
          value={reason}
          onChange={setReason}
          options={REASONS.map((value) => ({ value, label: words.reasons[value] }))}
          error={isMissed && reason === null ? words.reasonMissing : undefined}
        />
      </div>
      <KeepFields keep={keep} label={words.hours} expires={expires} />
      {keep.isWithoutFolder && <Banner tone="info" title={t.cases.copy.none} isAnnounced />}
      <NotSaved error={saving.error} />
    </Dialog>
  );
}
