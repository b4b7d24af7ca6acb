import type { ReactNode } from 'react';
import { Banner } from '../../components/Banner';
import { FailureBanner } from '../../components/FailureBanner';
import { t } from '../../i18n/sv';
import { type Tried, useWait } from './wait';

/** Why a password was refused. After too many it counts the seconds down; the numbers are seen, not read out one by one. */
export function Refusal({ tried }: { tried: Tried }): ReactNode {
  const left = useWait(tried);
  if (tried.error?.failure.code !== 'tooManyAttempts') {
    return <FailureBanner failure={tried.error?.failure ?? null} />;
  }
  if (left === 0) {
    return (
      <Banner tone="info" isAnnounced>
        <p>{t.start.wait.over}</p>
      </Banner>
    );
  }
  return (
    <Banner tone="observe" title={<span role="alert">{t.start.wait.title}</span>}>
      <p role="timer">{t.start.wait.left(left)}</p>
    </Banner>
  );
}
