import type { ReactNode } from 'react';
import { Banner } from '../../components/Banner';
import { FailureBanner } from '../../components/FailureBanner';
import { t } from '../../i18n/sv';
import { type Tried, useWait } from './wait';

export interface RefusalProps {
  readonly tried: Tried;
  /** Said of a wrong password where the user name is known. */
  readonly wrong?: string;
}

/** Why a password was refused. After too many it counts the seconds down; the numbers are seen, not read out one by one. */
export function Refusal({ tried, wrong }: RefusalProps): ReactNode {
  const left = useWait(tried);
  if (wrong !== undefined && tried.error?.failure.code === 'wrongCredentials') {
    return (
      <Banner tone="error" isAnnounced>
        <p>{wrong}</p>
      </Banner>
    );
  }
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
