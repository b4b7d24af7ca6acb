import type { ReactNode } from 'react';
import type { RoomView } from '../../bindings';
import { Banner } from '../../components/Banner';
import { formatDateTime } from '../../i18n/format';
import { t } from '../../i18n/sv';

const words = t.purge;

/** From here on it is said that room is getting scarce. */
const SCARCE = 0.9;

/** That there is no room, or soon will be none, and what can be done about it. */
export function Room({ room }: { room: RoomView }): ReactNode {
  const { taken, most, diskFull, refused } = room;
  const isVaultFull = taken >= most || refused?.full === 'vault';
  return (
    <>
      {diskFull && (
        <Banner tone="error" title={words.diskFull.title} isAnnounced>
          <p>{words.diskFull.text}</p>
        </Banner>
      )}
      {!diskFull && refused?.full === 'disk' && (
        <Banner tone="observe" title={words.diskWasFull.title(formatDateTime(refused.at))} isAnnounced>
          <p>{words.diskWasFull.text}</p>
        </Banner>
      )}
      {isVaultFull && (
        <Banner tone="error" title={words.vaultFull.title} isAnnounced>
          <p>{words.vaultFull.text}</p>
          {refused && <p>{words.refused(formatDateTime(refused.at))}</p>}
        </Banner>
      )}
      {!isVaultFull && taken >= most * SCARCE && (
        <Banner tone="observe" title={words.vaultScarce.title}>
          <p>{words.vaultScarce.text}</p>
        </Banner>
      )}
    </>
  );
}
