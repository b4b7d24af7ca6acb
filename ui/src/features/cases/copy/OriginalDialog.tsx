import { type ReactNode, useState } from 'react';
import type { OriginalReason, Preview, Timestamp } from '../../../bindings';
import { Answered } from '../../../components/Answered';
import { Banner } from '../../../components/Banner';
import { Button } from '../../../components/Button';
import { RadioGroup } from '../../../components/Choice';
import { Dialog } from '../../../components/Dialog';
import { showToast } from '../../../components/Toast';
import { formatDateTimeBriefly } from '../../../i18n/format';
import { t } from '../../../i18n/sv';
import { useAct } from '../../../query/useAct';
import { useCommand } from '../../../query/useCommand';
import { HoursChoice } from './HoursChoice';
import { hoursUpTo } from './hours';
import { NotSaved } from './NotSaved';
import { Places } from './Places';

const REASONS = ['detail', 'otherProgram', 'copyIncomplete'] as const satisfies readonly OriginalReason[];

export interface OriginalDialogProps {
  readonly preview: Preview;
  readonly expires: Timestamp;
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

/** *Spara original*: what comes along with it, why, for how long, and then where. */
export function OriginalDialog({ preview, expires, isOpen, onClose }: OriginalDialogProps): ReactNode {
  const rules = useCommand('copy_rules', null, { enabled: isOpen });
  const saving = useAct('save_original');
  const offered = hoursUpTo(rules.data?.maxHours ?? 0);
  const [reason, setReason] = useState<OriginalReason | null>(null);
  const [isMissed, setMissed] = useState(false);
  const [chosen, setChosen] = useState<string | null>(null);
  const hours = chosen ?? offered[0] ?? null;
  const words = t.cases.original;
  const isActive = preview.flags.some((flag) => flag === 'activeContent' || flag === 'xfa');
  const close = (): void => {
    saving.reset();
    setReason(null);
    setMissed(false);
    onClose();
  };
  const save = (): void => {
    setMissed(reason === null);
    if (reason === null || hours === null) return;
    saving.mutate(
      { ticket: preview.ticket, reason, hours: Number(hours) },
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
      <RadioGroup
        label={words.reason}
        value={reason}
        onChange={setReason}
        options={REASONS.map((value) => ({ value, label: words.reasons[value] }))}
        error={isMissed && reason === null ? words.reasonMissing : undefined}
      />
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
      {saving.isSuccess && saving.data === null && (
        <Banner tone="info" title={t.cases.copy.none} isAnnounced />
      )}
      <NotSaved error={saving.error} />
    </Dialog>
  );
}
