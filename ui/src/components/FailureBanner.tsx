import type { ReactNode } from 'react';
import { textOf } from '../i18n/failures';
import { t } from '../i18n/sv';
import { Banner } from './Banner';
import { Button } from './Button';

export interface FailureBannerProps {
  /** What the core answered; `null` while nothing is wrong. */
  readonly failure: Parameters<typeof textOf>[0] | null;
  /** Asks or does it again. */
  readonly onRetry?: () => void;
  /** Other ways out than trying again. */
  readonly actions?: ReactNode;
}

/** What went wrong and what to do now, beside where it happened. Read out when it appears. */
export function FailureBanner({ failure, onRetry, actions }: FailureBannerProps): ReactNode {
  if (failure === null) return null;
  const { title, todo } = textOf(failure);
  const retry = onRetry && (
    <Button size="small" onPress={onRetry}>
      {t.common.tryAgain}
    </Button>
  );
  return (
    <Banner tone="error" title={title} actions={actions ?? retry} isAnnounced>
      <p>{todo}</p>
    </Banner>
  );
}
