import { type ReactNode, type RefObject, useEffect, useRef, useState } from 'react';
import type { Attachment, AttachmentId, CopyView, ReplyView, Timestamp } from '../../bindings';
import { Button, ButtonRow } from '../../components/Button';
import { Icon } from '../../components/Icon';
import { Section } from '../../components/Page';
import { showToast } from '../../components/Toast';
import { useNow } from '../../components/useNow';
import { formatDateTimeBriefly, formatFileSize, formatTimeLeft } from '../../i18n/format';
import { t } from '../../i18n/sv';
import { useAct } from '../../query/useAct';
import styles from './Attachments.module.css';
import { PurgeDialog } from './PurgeDialog';
import { PreviewDialog } from './preview/PreviewDialog';
import { SafeCopyDialog } from './SafeCopyDialog';

/** What came with the reply: to look at, to keep for a while, to destroy. */
export function Attachments({ reply }: { reply: ReplyView }): ReactNode {
  const questions = reply.answers.filter(({ item }) => item.kind.type === 'attachment');
  const questionOf = (file: Attachment): string | undefined =>
    questions.length > 1 ? questions.find(({ item }) => item.id === file.item)?.item.text : undefined;
  return (
    <Section title={t.cases.attachments.title}>
      <p>{t.cases.attachments.lead}</p>
      <ul className={styles.files}>
        {reply.attachments.map((file) => (
          <File
            key={file.id}
            file={file}
            question={questionOf(file)}
            copies={reply.copies.filter((copy) => copy.attachment === file.id)}
          />
        ))}
      </ul>
    </Section>
  );
}

type Asking = 'nothing' | 'preview' | 'keep' | 'purge';

interface FileProps {
  readonly file: Attachment;
  readonly question: string | undefined;
  readonly copies: readonly CopyView[];
}

function File({ file, question, copies }: FileProps): ReactNode {
  const now = useNow();
  const [asking, setAsking] = useState<Asking>('nothing');
  const name = useFocusWhenGone<HTMLHeadingElement>(file.state.state === 'purged');
  const words = t.cases.attachments;
  const close = (): void => setAsking('nothing');
  return (
    <li className={styles.file} data-gone={file.state.state === 'purged' || undefined}>
      <span className={styles.kind}>
        <Icon name={file.kind === 'pdf' ? 'template' : 'image'} size={24} />
      </span>
      <div className={styles.about}>
        <h3 ref={name} tabIndex={-1} className={styles.name}>
          <bdi>{file.name}</bdi>
        </h3>
        <p className={styles.facts}>
          <span>{words.kinds[file.kind]}</span>
          <span>{formatFileSize(file.size)}</span>
          {file.state.state === 'kept' ? (
            <Countdown expires={file.state.expires} now={now} />
          ) : (
            <span>{words.purged(formatDateTimeBriefly(file.state.at, now))}</span>
          )}
        </p>
        {question !== undefined && <p className={styles.soft}>{words.answerTo(question)}</p>}
        {file.state.state === 'kept' && (
          <ButtonRow>
            <Button
              size="small"
              icon="eye"
              aria-label={words.previewOf(file.name)}
              onPress={() => setAsking('preview')}
            >
              {words.preview}
            </Button>
            <Button
              size="small"
              tone="quiet"
              icon="save"
              aria-label={words.keepOf(file.name)}
              onPress={() => setAsking('keep')}
            >
              {words.keep}
            </Button>
            <Button
              size="small"
              tone="quiet"
              icon="trash"
              aria-label={words.purgeOf(file.name)}
              onPress={() => setAsking('purge')}
            >
              {words.purge}
            </Button>
          </ButtonRow>
        )}
        {copies.length > 0 && <Copies copies={copies} now={now} />}
      </div>
      {asking === 'preview' && <PreviewDialog attachment={file.id} name={file.name} onClose={close} />}
      {file.state.state === 'kept' && (
        <>
          <SafeCopyDialog
            attachment={file.id}
            expires={file.state.expires}
            isOpen={asking === 'keep'}
            onClose={close}
          />
          <PurgeAttachment id={file.id} isOpen={asking === 'purge'} onClose={close} />
        </>
      )}
    </li>
  );
}

/** "Gallras om 71 tim", with the moment itself for those who ask. */
function Countdown({ expires, now }: { expires: Timestamp; now: number }): ReactNode {
  const left = formatTimeLeft(expires, now);
  return (
    <span
      className={styles.deadline}
      title={t.cases.attachments.deadline(formatDateTimeBriefly(expires, now))}
    >
      <Icon name="clock" size={16} />
      {left === null ? t.cases.attachments.purgedNow : t.cases.attachments.purgedIn(left)}
    </span>
  );
}

function PurgeAttachment(props: { id: AttachmentId; isOpen: boolean; onClose: () => void }): ReactNode {
  const purging = useAct('purge_attachment');
  const words = t.cases.attachments;
  return (
    <PurgeDialog
      title={words.purgeTitle}
      acting={purging}
      isOpen={props.isOpen}
      onClose={props.onClose}
      onConfirm={() =>
        // A promise, since what was destroyed may leave the screen, and this dialog with it, before the answer comes.
        void purging.mutateAsync({ attachment: props.id }).then(() => {
          props.onClose();
          showToast({ text: words.gone });
        }, shownInDialog)
      }
    >
      <p>{words.purgeWords}</p>
      <p>{words.purgeTodo}</p>
    </PurgeDialog>
  );
}

function Copies({ copies, now }: { copies: readonly CopyView[]; now: number }): ReactNode {
  return (
    <div className={styles.copies}>
      <h4>{t.cases.attachments.copies}</h4>
      <ul>
        {copies.map((copy) => (
          <Copy key={copy.id} copy={copy} now={now} />
        ))}
      </ul>
    </div>
  );
}

function Copy({ copy, now }: { copy: CopyView; now: number }): ReactNode {
  const [isAsking, setAsking] = useState(false);
  const purging = useAct('purge_copy');
  const words = t.cases.attachments;
  const made = formatDateTimeBriefly(copy.made, now);
  const line = useFocusWhenGone<HTMLParagraphElement>(copy.purged !== null);
  return (
    <li className={styles.copy} data-gone={copy.purged !== null || undefined}>
      <p ref={line} tabIndex={-1} className={styles.facts}>
        <span>{words.copyMade(made)}</span>
        {copy.purged === null ? (
          <Countdown expires={copy.expires} now={now} />
        ) : (
          <span>{words.purged(formatDateTimeBriefly(copy.purged, now))}</span>
        )}
      </p>
      {copy.purged === null && (
        <>
          <Button
            size="small"
            tone="quiet"
            icon="trash"
            aria-label={words.copyPurge(made)}
            onPress={() => setAsking(true)}
          >
            {words.purge}
          </Button>
          <PurgeDialog
            title={words.copyPurgeTitle}
            acting={purging}
            isOpen={isAsking}
            onClose={() => setAsking(false)}
            onConfirm={() =>
              void purging.mutateAsync({ copy: copy.id }).then(() => {
                setAsking(false);
                showToast({ text: words.copyGone });
              }, shownInDialog)
            }
          >
            <p>{words.copyPurgeWords}</p>
            <p>{words.copyPurgeTodo}</p>
          </PurgeDialog>
        </>
      )}
    </li>
  );
}

/** The dialog shows why it was refused, from the act itself. */
function shownInDialog(): void {}

/** When a thing is gone its buttons are too: the one that had focus leaves it to the thing's name. */
function useFocusWhenGone<E extends HTMLElement>(isGone: boolean): RefObject<E | null> {
  const element = useRef<E>(null);
  const wasGone = useRef(isGone);
  useEffect(() => {
    const isNews = isGone && !wasGone.current;
    wasGone.current = isGone;
    const { activeElement } = document;
    if (isNews && (activeElement === null || activeElement === document.body)) element.current?.focus();
  }, [isGone]);
  return element;
}
