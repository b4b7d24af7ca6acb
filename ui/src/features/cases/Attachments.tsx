import { type ReactNode, useState } from 'react';
import type { Attachment, AttachmentId, CopyView, ExtensionView, ReplyView, Timestamp } from '../../bindings';
import { Button, ButtonRow } from '../../components/Button';
import { Icon } from '../../components/Icon';
import { Section } from '../../components/Page';
import { showToast } from '../../components/Toast';
import { useNow } from '../../components/useNow';
import { formatDateTimeBriefly, formatFileSize } from '../../i18n/format';
import { t } from '../../i18n/sv';
import { useAct } from '../../query/useAct';
import styles from './Attachments.module.css';
import { Copies } from './CopyRow';
import { Countdown } from './Countdown';
import { SafeCopyDialog } from './copy/SafeCopyDialog';
import { ExtendDialog } from './ExtendDialog';
import { PurgeDialog } from './PurgeDialog';
import { PreviewDialog } from './preview/PreviewDialog';
import { shownInDialog, useFocusWhenGone } from './useFocusWhenGone';

export interface AttachmentsProps {
  readonly reply: ReplyView;
  /** Takes words from an attachment into the note. */
  readonly onExcerpt: (excerpt: string) => void;
}

/** What came with the reply: to look at, to keep for a while, to destroy. */
export function Attachments({ reply, onExcerpt }: AttachmentsProps): ReactNode {
  const questions = reply.answers.flatMap((read) => (read.read === 'question' && read.files ? [read] : []));
  const questionOf = (file: Attachment): string | undefined =>
    questions.length > 1 ? questions.find(({ item }) => item === file.item)?.text : undefined;
  return (
    <Section title={t.cases.attachments.title}>
      <p>{t.cases.attachments.lead}</p>
      <ul className={styles.files}>
        {reply.attachments.map((file) => (
          <File
            key={file.id}
            file={file}
            question={questionOf(file)}
            onExcerpt={onExcerpt}
            copies={reply.copies.filter((copy) => copy.attachment === file.id)}
            extensions={reply.extensions.filter((extension) => extension.attachment === file.id)}
            longest={reply.longest}
          />
        ))}
      </ul>
    </Section>
  );
}

type Asking = 'nothing' | 'preview' | 'keep' | 'extend' | 'purge';

interface FileProps {
  readonly file: Attachment;
  readonly question: string | undefined;
  readonly copies: readonly CopyView[];
  readonly extensions: readonly ExtensionView[];
  /** The latest moment that its deadline may be moved to. */
  readonly longest: Timestamp;
  readonly onExcerpt: (excerpt: string) => void;
}

function File(props: FileProps): ReactNode {
  const { file, question, copies, extensions, longest, onExcerpt } = props;
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
            <>
              <Countdown expires={file.state.expires} now={now} />
              <Button
                size="small"
                tone="quiet"
                aria-label={t.cases.extend.actionOf(file.name)}
                onPress={() => setAsking('extend')}
              >
                {t.cases.extend.action}
              </Button>
            </>
          ) : (
            <span>{words.purged(formatDateTimeBriefly(file.state.at, now))}</span>
          )}
        </p>
        {question !== undefined && <p className={styles.soft}>{words.answerTo(question)}</p>}
        {extensions.map(({ at, by, reason }) => (
          <p key={at} className={styles.soft}>
            {t.cases.extend.by(formatDateTimeBriefly(at, now), by)} <q>{reason}</q>
          </p>
        ))}
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
      {file.state.state === 'kept' && (
        <>
          {asking === 'preview' && (
            <PreviewDialog
              subject={{
                attachment: file.id,
                name: file.name,
                expires: file.state.expires,
                onExcerpt: (page, text) =>
                  onExcerpt(t.cases.note.excerpt(words.kinds[file.kind], page, text)),
              }}
              onClose={close}
            />
          )}
          <SafeCopyDialog
            attachment={file.id}
            expires={file.state.expires}
            isOpen={asking === 'keep'}
            onClose={close}
          />
          {asking === 'extend' && (
            <ExtendDialog
              attachment={file.id}
              expires={file.state.expires}
              longest={longest}
              onClose={close}
            />
          )}
          <PurgeAttachment id={file.id} isOpen={asking === 'purge'} onClose={close} />
        </>
      )}
    </li>
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
