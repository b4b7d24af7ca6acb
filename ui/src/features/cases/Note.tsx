import { type ReactNode, useState } from 'react';
import type { AttachmentId } from '../../bindings';
import { Banner } from '../../components/Banner';
import { Button, ButtonRow } from '../../components/Button';
import { Card } from '../../components/Card';
import { FailureBanner } from '../../components/FailureBanner';
import { TextField } from '../../components/TextField';
import { t } from '../../i18n/sv';
import { copyText } from './copyText';
import { Journalled } from './Journalled';
import styles from './Note.module.css';
import type { NoteDraft } from './useNote';

type Copying = { readonly text: string; readonly isCopied: boolean } | null;

export interface NoteProps {
  readonly note: NoteDraft;
  /** The attachments that are still kept. */
  readonly kept: readonly AttachmentId[];
}

/** *Journalanteckning*: drafted from the answers, changed here, kept only where it is pasted. */
export function Note({ note, kept }: NoteProps): ReactNode {
  const { text } = note;
  const [copying, setCopying] = useState<Copying>(null);
  const words = t.cases.note;
  // What was copied is told only as long as it is what stands there.
  const told = copying !== null && copying.text === text ? copying : null;
  return (
    <Card title={words.title}>
      <p>{words.lead}</p>
      {text !== null && (
        <div className={styles.text}>
          <TextField
            label={words.text}
            description={words.notSaved}
            isMultiline
            value={text}
            onChange={note.write}
          />
        </div>
      )}
      <FailureBanner failure={note.failure} onRetry={note.draft} />
      <ButtonRow>
        {text !== null && (
          <Button
            tone="primary"
            icon="copy"
            onPress={() => void copyText(text).then((isCopied) => setCopying({ text, isCopied }))}
          >
            {words.copy}
          </Button>
        )}
        <Button icon="edit" isPending={note.isPending} onPress={note.draft}>
          {text === null ? words.draft : words.draftAgain}
        </Button>
        {told?.isCopied && kept.length > 0 && <Journalled attachments={kept} />}
      </ButtonRow>
      <div role="status">
        {told?.isCopied === true && <Banner tone="success" title={words.copied} />}
        {told?.isCopied === false && <Banner tone="observe" title={words.notCopied} />}
      </div>
    </Card>
  );
}
