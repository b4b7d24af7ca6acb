import { type ReactNode, useState } from 'react';
import type { CaseId } from '../../bindings';
import { Banner } from '../../components/Banner';
import { Button, ButtonRow } from '../../components/Button';
import { Card } from '../../components/Card';
import { FailureBanner } from '../../components/FailureBanner';
import { TextField } from '../../components/TextField';
import { t } from '../../i18n/sv';
import { useAct } from '../../query/useAct';
import { copyText } from './copyText';
import styles from './Note.module.css';

type Copying = 'not yet' | 'copied' | 'refused';

/** *Journalanteckning*: drafted from the answers, changed here, kept only where it is pasted. */
export function Note({ id }: { id: CaseId }): ReactNode {
  const drafting = useAct('draft_note');
  const [text, setText] = useState<string | null>(null);
  const [copying, setCopying] = useState<Copying>('not yet');
  const words = t.cases.note;
  const draft = (): void => {
    setCopying('not yet');
    drafting.mutate({ case: id }, { onSuccess: setText });
  };
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
            onChange={(changed) => {
              setText(changed);
              setCopying('not yet');
            }}
          />
        </div>
      )}
      <FailureBanner failure={drafting.error?.failure ?? null} onRetry={draft} />
      <ButtonRow>
        {text !== null && (
          <Button
            tone="primary"
            icon="copy"
            onPress={() =>
              void copyText(text).then((isCopied) => setCopying(isCopied ? 'copied' : 'refused'))
            }
          >
            {words.copy}
          </Button>
        )}
        <Button icon="edit" isPending={drafting.isPending} onPress={draft}>
          {text === null ? words.draft : words.draftAgain}
        </Button>
      </ButtonRow>
      <div role="status">
        {copying === 'copied' && <Banner tone="success" title={words.copied} />}
        {copying === 'refused' && <Banner tone="observe" title={words.notCopied} />}
      </div>
    </Card>
  );
}
