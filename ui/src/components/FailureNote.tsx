import type { ReactNode } from 'react';
import { textOf } from '../i18n/failures';
import { t } from '../i18n/sv';
import { Banner } from './Banner';
import { Button } from './Button';

export interface FailureNoteProps {
  /** What the core answered. */
  readonly failure: Parameters<typeof textOf>[0];
  /** Asks again; leave out where the form's own button does that. */
  readonly onRetry?: () => void;
}

/** A refusal where it happened: what went wrong, and what can be done now. Read out when it appears. */
export function FailureNote({ failure, onRetry }: FailureNoteProps): ReactNode {
  const { title, todo } = textOf(failure);
  return (
    <Banner
      tone="error"
      title={title}
      isAnnounced
      actions={
        onRetry && (
          <Button size="small" onPress={onRetry}>
            {t.common.tryAgain}
          </Button>
        )
      }
    >
      <p>{todo}</p>
    </Banner>
  );
}
