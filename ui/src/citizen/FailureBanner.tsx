import type { ReactNode } from 'react';
import { Banner } from '../components/Banner';
import { type Failure, wordsFor } from './refusal';

/** What went wrong, and what to do about it. Read out when it appears. */
export function FailureBanner({ failure, actions }: { failure: Failure; actions?: ReactNode }): ReactNode {
  const words = wordsFor(failure);
  return (
    <Banner tone="error" title={words.title} actions={actions} isAnnounced>
      <p>{words.todo}</p>
    </Banner>
  );
}
