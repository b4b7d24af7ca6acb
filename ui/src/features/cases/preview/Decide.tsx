import { type ReactNode, useId, useState } from 'react';
import type { Preview } from '../../../bindings';
import { Button, ButtonRow } from '../../../components/Button';
import { t } from '../../../i18n/sv';
import { useCommand } from '../../../query/useCommand';
import { OriginalDialog } from '../copy/OriginalDialog';
import { SafeCopyDialog } from '../copy/SafeCopyDialog';
import styles from './Preview.module.css';
import type { Subject } from './PreviewDialog';

/** A dialog in front of the pages. */
export type Asking = 'nothing' | 'keep' | 'original';

export interface DecideProps {
  readonly subject: Subject;
  readonly preview: Preview;
  readonly asking: Asking;
  readonly onAsk: (asking: Asking) => void;
  /** What would be inserted: what is selected, or all of the page; nothing where the page has no words. */
  readonly insertable: 'selection' | 'page' | 'nothing';
  readonly onInsert: () => void;
  /** What was done last, to be said. */
  readonly told: string;
}

/** What is to become of it: a note, or a temporary copy. */
export function Decide(props: DecideProps): ReactNode {
  const { subject, preview, asking, onAsk, insertable, onInsert, told } = props;
  const rules = useCommand('copy_rules', null);
  const words = t.cases.preview;
  const toldId = useId();
  const close = (): void => onAsk('nothing');
  return (
    <section className={styles.decide} aria-label={words.decide}>
      <ButtonRow>
        <Button
          size="small"
          tone="primary"
          icon="edit"
          isDisabled={insertable === 'nothing'}
          aria-describedby={toldId}
          onPress={onInsert}
        >
          {words.insert}
        </Button>
        <Button size="small" icon="save" onPress={() => onAsk('keep')}>
          {t.cases.attachments.keep}
        </Button>
        {rules.data?.originals === true && (
          <Button size="small" tone="quiet" icon="attachment" onPress={() => onAsk('original')}>
            {t.cases.original.title}
          </Button>
        )}
      </ButtonRow>
      <p id={toldId} role="status" className={styles.told} data-done={told !== '' || undefined}>
        {told === '' ? words.insertable[insertable] : told}
      </p>
      <SafeCopyDialog
        attachment={subject.attachment}
        expires={subject.expires}
        ticket={preview.ticket}
        isOpen={asking === 'keep'}
        onClose={close}
      />
      <OriginalDialog
        preview={preview}
        expires={subject.expires}
        isOpen={asking === 'original'}
        onClose={close}
      />
    </section>
  );
}

/** What was inserted last, as long as the same page is shown. */
export function useTold(page: number): [string, (text: string) => void] {
  const [told, setTold] = useState({ page, text: '' });
  return [told.page === page ? told.text : '', (text) => setTold({ page, text })];
}
