import { type ReactNode, useState } from 'react';
import type { AttachmentId, Timestamp } from '../../bindings';
import { Answered } from '../../components/Answered';
import { Banner } from '../../components/Banner';
import { Button } from '../../components/Button';
import { RadioGroup } from '../../components/Choice';
import { Dialog } from '../../components/Dialog';
import { FailureBanner } from '../../components/FailureBanner';
import { showToast } from '../../components/Toast';
import { useNow } from '../../components/useNow';
import { formatDateTimeBriefly } from '../../i18n/format';
import { t } from '../../i18n/sv';
import type { Refused } from '../../platform';
import { useAct } from '../../query/useAct';
import { useCommand } from '../../query/useCommand';

/** Whole hours to choose between, as far as the unit allows. */
const USUAL_HOURS = [1, 4, 8];
const HOUR = 3_600_000;

export interface SafeCopyDialogProps {
  readonly attachment: AttachmentId;
  /** The attachment's own deadline, which no copy outlives. */
  readonly expires: Timestamp;
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

/** *Spara tillfällig säker kopia*: what it is, for how long, and then where. */
export function SafeCopyDialog({ attachment, expires, isOpen, onClose }: SafeCopyDialogProps): ReactNode {
  const unit = useCommand('unit_settings', null, { enabled: isOpen });
  const saving = useAct('save_copy');
  const now = useNow();
  const offered = hoursUpTo(unit.data?.retention.copyHours ?? 0);
  // The shortest is proposed: what is not kept cannot be lost.
  const [chosen, setChosen] = useState<string | null>(null);
  const hours = chosen ?? offered[0] ?? null;
  const words = t.cases.copy;
  const close = (): void => {
    saving.reset();
    onClose();
  };
  const save = (): void => {
    if (hours === null) return;
    saving.mutate(
      { attachment, hours: Number(hours) },
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
          <Button
            tone="primary"
            icon="save"
            isPending={saving.isPending}
            isDisabled={hours === null}
            onPress={save}
          >
            {words.save}
          </Button>
        </>
      }
    >
      <p>{words.what}</p>
      <p>{words.where}</p>
      <Answered asked={unit}>
        {() => (
          <RadioGroup
            label={words.hours}
            value={hours}
            onChange={setChosen}
            options={offered.map((value) => ({
              value,
              label: words.forHours(Number(value)),
              description: words.until(
                formatDateTimeBriefly(Math.min(now + Number(value) * HOUR, expires), now),
              ),
            }))}
          />
        )}
      </Answered>
      {saving.isSuccess && saving.data === null && <Banner tone="info" title={words.none} isAnnounced />}
      <NotSaved error={saving.error} />
    </Dialog>
  );
}

/** The usual times that the unit allows, and the unit's own limit where it is shorter than the longest of them. */
function hoursUpTo(limit: number): readonly string[] {
  const within = USUAL_HOURS.filter((hours) => hours <= limit);
  const isBetween = limit > 0 && limit < Math.max(...USUAL_HOURS) && !within.includes(limit);
  return [...within, ...(isBetween ? [limit] : [])].map(String);
}

function NotSaved({ error }: { error: Refused | null }): ReactNode {
  if (!error) return null;
  const { failure } = error;
  if (failure.code !== 'copyFailed' && failure.code !== 'previewFailed') {
    return <FailureBanner failure={failure} />;
  }
  const { title, todo } =
    failure.code === 'copyFailed'
      ? t.cases.copy.faults[failure.fault]
      : t.cases.preview.faults[failure.fault];
  return (
    <Banner tone="error" title={title} isAnnounced>
      <p>{todo}</p>
    </Banner>
  );
}
