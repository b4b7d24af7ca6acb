import { type ReactNode, useState } from 'react';
import type { ClockView } from '../../bindings';
import { Banner } from '../../components/Banner';
import { Button } from '../../components/Button';
import { ConfirmDialog } from '../../components/Dialog';
import { FailureBanner } from '../../components/FailureBanner';
import { formatDateTime } from '../../i18n/format';
import { t } from '../../i18n/sv';
import { useAct } from '../../query/useAct';

const words = t.purge;
const HOUR = 60;

/** Says so when the clock is set back or ahead, and asks whoever answers for it. Nothing when it goes as it must. */
export function Clock({ clock, canTrust }: { clock: ClockView; canTrust: boolean }): ReactNode {
  const { doubt, behindMinutes, now } = clock;
  if (doubt) {
    return (
      <Doubted wall={doubt.wall} closed={doubt.closed} minutes={doubt.minutesLeft} canTrust={canTrust} />
    );
  }
  if (behindMinutes >= HOUR) {
    return <Banner tone="observe" title={words.clockBehind(formatDateTime(now))} />;
  }
  return null;
}

function Doubted({
  wall,
  closed,
  minutes,
  canTrust,
}: {
  wall: number;
  closed: number;
  minutes: number;
  canTrust: boolean;
}): ReactNode {
  const [isAsking, setAsking] = useState(false);
  const trust = useAct('trust_clock');
  const close = (): void => {
    trust.reset();
    setAsking(false);
  };
  return (
    <>
      <Banner
        tone="error"
        title={words.doubt.title(formatDateTime(wall))}
        actions={canTrust && <Button onPress={() => setAsking(true)}>{words.doubt.button}</Button>}
      >
        <p>{words.doubt.text(closed, Math.ceil(minutes / HOUR))}</p>
        {!canTrust && <p>{words.doubt.notYours}</p>}
      </Banner>
      <ConfirmDialog
        title={words.doubt.ask}
        isOpen={isAsking}
        onClose={close}
        confirm={words.doubt.confirm}
        isPending={trust.isPending}
        onConfirm={() => trust.mutate(null, { onSuccess: close })}
      >
        <p>{words.doubt.warning(formatDateTime(wall))}</p>
        <FailureBanner failure={trust.error?.failure ?? null} actions={null} />
      </ConfirmDialog>
    </>
  );
}
