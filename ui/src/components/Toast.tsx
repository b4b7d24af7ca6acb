import type { ReactNode } from 'react';
import {
  UNSTABLE_Toast as AriaToast,
  UNSTABLE_ToastRegion as AriaToastRegion,
  Text,
  UNSTABLE_ToastContent as ToastContent,
  UNSTABLE_ToastQueue as ToastQueue,
} from 'react-aria-components';
import { t } from '../i18n/sv';
import { Button, IconButton } from './Button';
import { cx } from './cx';
import { Icon } from './Icon';
import styles from './Toast.module.css';

/** A short message that something was done. */
export interface ToastWords {
  readonly text: string;
  readonly tone?: 'success' | 'info';
  /** Undoes what was done. With it the message stays until it is answered or closed, or the page is left: nobody is hurried. */
  readonly onUndo?: () => void;
}

const queue = new ToastQueue<ToastWords>({ maxVisibleToasts: 3 });

/** How long a message without *Ångra* stays, in milliseconds; the clock stands still while it is pointed at or has focus. */
const STAYS = 8000;

/** Shows a message; the returned function takes it away. What must be read belongs in a `Banner`. */
export function showToast(words: ToastWords): () => void {
  const key = queue.add(words, words.onUndo ? {} : { timeout: STAYS });
  if (words.onUndo) offers.add(key);
  return () => queue.close(key);
}

/** The messages that offer something back. One that was closed since is no more there to close. */
const offers = new Set<string>();

/** Takes away what is offered back, when the page where it was done is left. */
export function closeOffers(): void {
  for (const key of offers) queue.close(key);
  offers.clear();
}

/** Takes every message away, as when the session is locked. */
export function clearToasts(): void {
  queue.clear();
}

/** Where the messages appear. Used once, at the top; F6 goes there. */
export function ToastRegion(): ReactNode {
  return (
    <AriaToastRegion queue={queue} aria-label={t.components.messages} className={cx(styles.region)}>
      {({ toast }) => {
        const { text, tone = 'success', onUndo } = toast.content;
        return (
          <AriaToast toast={toast} className={cx(styles.toast)}>
            <Icon name={tone} />
            <ToastContent className={cx(styles.words)}>
              <Text slot="title">{text}</Text>
            </ToastContent>
            {onUndo && (
              <Button
                size="small"
                tone="quiet"
                onPress={() => {
                  queue.close(toast.key);
                  onUndo();
                }}
              >
                {t.components.undo}
              </Button>
            )}
            <IconButton icon="close" label={t.components.close} slot="close" />
          </AriaToast>
        );
      }}
    </AriaToastRegion>
  );
}
