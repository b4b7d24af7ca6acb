import type { ReactNode } from 'react';
import { Banner } from '../../../components/Banner';
import { FailureBanner } from '../../../components/FailureBanner';
import { t } from '../../../i18n/sv';
import type { Refused } from '../../../platform';

/** Why nothing was saved, and what to do instead. */
export function NotSaved({ error }: { error: Refused | null }): ReactNode {
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
