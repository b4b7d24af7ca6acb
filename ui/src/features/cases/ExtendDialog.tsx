import { type ReactNode, useRef, useState } from 'react';
import type { AttachmentId, Timestamp } from '../../bindings';
import { Banner } from '../../components/Banner';
import { Button } from '../../components/Button';
import { RadioGroup } from '../../components/Choice';
import { Dialog } from '../../components/Dialog';
import { FailureBanner } from '../../components/FailureBanner';
import { Form } from '../../components/Form';
import { TextField } from '../../components/TextField';
import { showToast } from '../../components/Toast';
import { useNow } from '../../components/useNow';
import { formatDateTimeBriefly } from '../../i18n/format';
import { t } from '../../i18n/sv';
import type { Refused } from '../../platform';
import { useAct } from '../../query/useAct';
import { HOUR } from './copy/hours';

const FORM = 'extend-attachment';
/** Whole days to choose between, as far as they are allowed. */
const USUAL_DAYS = [1, 3, 7];
/** As much of a reason as there is room for in the case. */
const REASON_LENGTH = 200;

const words = t.cases.extend;

export interface ExtendDialogProps {
  readonly attachment: AttachmentId;
  /** Its deadline as it is. */
  readonly expires: Timestamp;
  /** The latest that it may be. */
  readonly longest: Timestamp;
  readonly onClose: () => void;
}

/** *Förläng tiden*: how much longer an attachment is needed, within what is allowed, and why. */
export function ExtendDialog({ attachment, expires, longest, onClose }: ExtendDialogProps): ReactNode {
  const now = useNow();
  const extending = useAct('extend_attachment');
  const offered = hoursBetween(expires, longest);
  // The shortest is proposed: what is not kept cannot be lost.
  const [chosen, setChosen] = useState<string | null>(null);
  const [reason, setReason] = useState('');
  const [isMissed, setMissed] = useState(false);
  const field = useRef<HTMLDivElement>(null);
  const value = chosen ?? String(offered[0]);
  const extend = (): void => {
    setMissed(reason.trim() === '');
    if (reason.trim() === '') field.current?.querySelector('input')?.focus();
    if (reason.trim() === '' || [...reason].length > REASON_LENGTH) return;
    extending.mutate(
      { attachment, hours: Number(value), reason },
      {
        onSuccess: (extended) => {
          onClose();
          showToast({ text: words.done(formatDateTimeBriefly(extended.expires, Date.now())) });
        },
      },
    );
  };
  return (
    <Dialog
      title={words.title}
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{t.components.cancel}</Button>
          {offered.length > 0 && (
            <Button type="submit" form={FORM} tone="primary" isPending={extending.isPending}>
              {words.save}
            </Button>
          )}
        </>
      }
    >
      <p>
        {words.now(formatDateTimeBriefly(expires, now))} {words.longest(formatDateTimeBriefly(longest, now))}
      </p>
      {offered.length === 0 ? (
        <Banner tone="info" title={words.cannot.title}>
          <p>{words.cannot.todo}</p>
        </Banner>
      ) : (
        <Form id={FORM} onSubmit={extend}>
          <RadioGroup
            label={words.hours}
            description={words.copies}
            value={value}
            onChange={setChosen}
            options={offered.map((hours) => ({
              value: String(hours),
              label: USUAL_DAYS.includes(hours / 24) ? words.days(hours / 24) : words.most,
              description: t.cases.copy.until(
                formatDateTimeBriefly(Math.min(expires + hours * HOUR, longest), now),
              ),
            }))}
          />
          <div ref={field}>
            <TextField
              label={words.reason}
              description={words.reasonHelp}
              value={reason}
              onChange={setReason}
              maxLength={REASON_LENGTH}
              error={isMissed && reason.trim() === '' ? words.reasonMissing : undefined}
            />
          </div>
        </Form>
      )}
      <NotExtended error={extending.error} />
    </Dialog>
  );
}

function NotExtended({ error }: { error: Refused | null }): ReactNode {
  if (error?.failure.code !== 'invalidRetention') {
    return <FailureBanner failure={error?.failure ?? null} actions={null} />;
  }
  return (
    <Banner tone="error" title={words.tooLong.title} isAnnounced>
      <p>{words.tooLong.todo}</p>
    </Banner>
  );
}

/** The usual times that fit between two moments, and all the time there is, to which the core cuts a part of an hour. */
function hoursBetween(expires: Timestamp, longest: Timestamp): readonly number[] {
  const left = (longest - expires) / HOUR;
  const usual = USUAL_DAYS.map((days) => days * 24).filter((hours) => hours < left);
  return left >= 1 ? [...usual, Math.ceil(left)] : [];
}
