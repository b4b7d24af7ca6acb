import { type ReactNode, useState } from 'react';
import type { AttachmentId } from '../../bindings';
import { Button } from '../../components/Button';
import { showToast } from '../../components/Toast';
import { t } from '../../i18n/sv';
import { useAct } from '../../query/useAct';
import { PurgeDialog } from './PurgeDialog';
import { shownInDialog } from './useFocusWhenGone';

/** *Journalförd: gallra*: what was written down in the journal need not be kept here. */
export function Journalled({ attachments }: { attachments: readonly AttachmentId[] }): ReactNode {
  const [isAsking, setAsking] = useState(false);
  const purging = useAct('purge_attachment');
  const words = t.cases.note;
  const purge = async (): Promise<void> => {
    // One after the other: the first that is refused leaves the rest as they were.
    for (const attachment of attachments) await purging.mutateAsync({ attachment });
    setAsking(false);
    showToast({ text: words.journalledGone });
  };
  return (
    <>
      <Button icon="trash" onPress={() => setAsking(true)}>
        {words.journalled}
      </Button>
      <PurgeDialog
        title={words.journalledTitle}
        acting={purging}
        isOpen={isAsking}
        onClose={() => setAsking(false)}
        onConfirm={() => void purge().catch(shownInDialog)}
      >
        <p>{words.journalledWords}</p>
      </PurgeDialog>
    </>
  );
}
