import { type ReactNode, useState } from 'react';
import { Answered } from '../components/Answered';
import { Button, ButtonRow } from '../components/Button';
import { Dialog } from '../components/Dialog';
import { FailureBanner } from '../components/FailureBanner';
import { Stack } from '../components/Page';
import { showToast } from '../components/Toast';
import { t } from '../i18n/sv';
import { useAct } from '../query/useAct';
import { useCommand } from '../query/useCommand';
import styles from './staff.module.css';

const words = t.staff.inbox;

/** The way to the citizen's inbox: in the browser, or its address to take along. */
export function CitizenInbox(): ReactNode {
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button tone="quiet" icon="inbox" onPress={() => setOpen(true)}>
        {words.title}
      </Button>
      {isOpen && <InboxDialog onClose={() => setOpen(false)} />}
    </>
  );
}

function InboxDialog({ onClose }: { onClose: () => void }): ReactNode {
  const address = useCommand('inbox_address', null);
  const open = useAct('open_inbox');
  const [copying, setCopying] = useState<'done' | 'failed' | null>(null);
  const copy = async (url: string): Promise<void> => {
    try {
      await navigator.clipboard.writeText(url);
      setCopying('done');
    } catch {
      setCopying('failed');
    }
  };
  const openInBrowser = (): void =>
    open.mutate(null, {
      onSuccess: () => {
        showToast({ text: words.opened, tone: 'info' });
        onClose();
      },
    });
  return (
    <Dialog
      title={words.title}
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{t.components.close}</Button>
          <Button tone="primary" icon="inbox" isPending={open.isPending} onPress={openInBrowser}>
            {words.open}
          </Button>
        </>
      }
    >
      <p>{words.lead}</p>
      <Answered asked={address}>
        {({ url }) => (
          <Stack gap="tight">
            <h3>{words.address}</h3>
            <p className={styles.address}>{url}</p>
            <ButtonRow>
              <Button size="small" icon="copy" onPress={() => void copy(url)}>
                {words.copy}
              </Button>
              <span role="status">
                {copying === 'done' && words.copied}
                {copying === 'failed' && words.notCopied}
              </span>
            </ButtonRow>
          </Stack>
        )}
      </Answered>
      <FailureBanner failure={open.error?.failure ?? null} />
    </Dialog>
  );
}
