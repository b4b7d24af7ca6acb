import type { ReactNode } from 'react';
import type { EditedDraft } from '../../bindings';
import { Banner } from '../../components/Banner';
import { Button } from '../../components/Button';
import { FailureBanner } from '../../components/FailureBanner';
import { t } from '../../i18n/sv';
import type { SaveState } from '../../query/autosave';
import { isLost } from './sitting';

export interface SaveTroubleProps {
  readonly saving: SaveState<EditedDraft | null>;
  readonly onRetry: () => void;
  /** Leave what is on the screen and show what is saved. */
  readonly onFetch: () => void;
}

/** Why what is on the screen is not saved, and the way out. Nothing is thrown away or overwritten by itself. */
export function SaveTrouble({ saving, onRetry, onFetch }: SaveTroubleProps): ReactNode {
  if (saving.at !== 'failed' || saving.failure === null) return null;
  const words = t.builder.elsewhere;
  const fetch = (
    <Button size="small" onPress={onFetch}>
      {words.fetch}
    </Button>
  );
  if (saving.failure.code === 'templateChangedElsewhere') {
    return (
      <Banner tone="error" title={words.title} actions={fetch} isAnnounced>
        <p>{words.text}</p>
      </Banner>
    );
  }
  if (isLost(saving.failure)) return <FailureBanner failure={saving.failure} actions={fetch} />;
  return <FailureBanner failure={saving.failure} onRetry={onRetry} />;
}
