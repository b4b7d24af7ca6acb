import type { ReactNode } from 'react';
import { Spinner } from '../../components/Progress';
import { t } from '../../i18n/sv';
import { StartFrame } from './StartFrame';

/** While the store is being opened. */
export function OpeningPage({ version }: { version?: string }): ReactNode {
  return (
    <StartFrame {...(version ? { version } : {})} title={t.start.openingTitle}>
      <Spinner label={t.start.opening} />
    </StartFrame>
  );
}
