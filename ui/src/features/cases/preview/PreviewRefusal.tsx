import type { ReactNode } from 'react';
import { Button, ButtonRow } from '../../../components/Button';
import { Card } from '../../../components/Card';
import { EmptyState } from '../../../components/EmptyState';
import { textOf } from '../../../i18n/failures';
import { t } from '../../../i18n/sv';
import type { CallFailure } from '../../../platform';
import { FilePassword } from '../FilePassword';
import styles from './Preview.module.css';

export interface PreviewRefusalProps {
  readonly failure: CallFailure;
  readonly onAgain: (password?: string) => void;
  readonly onClose: () => void;
}

/** Why nothing can be shown, and what to do instead. */
export function PreviewRefusal({ failure, onAgain, onClose }: PreviewRefusalProps): ReactNode {
  const fault = failure.code === 'previewFailed' ? failure.fault : null;
  if (fault === 'passwordNeeded' || fault === 'wrongPassword') {
    return <Locked isWrong={fault === 'wrongPassword'} onGiven={onAgain} />;
  }
  const { title, todo } = fault === null ? textOf(failure) : t.cases.preview.faults[fault];
  return (
    <div role="alert" className={styles.waiting}>
      <EmptyState
        icon="error"
        title={title}
        actions={
          <ButtonRow>
            {mayHelpAgain(failure) && <Button onPress={() => onAgain()}>{t.cases.preview.tryAgain}</Button>}
            <Button tone="quiet" onPress={onClose}>
              {t.cases.preview.close}
            </Button>
          </ButtonRow>
        }
      >
        {todo}
      </EmptyState>
    </div>
  );
}

function Locked({ isWrong, onGiven }: { isWrong: boolean; onGiven: (password: string) => void }): ReactNode {
  const words = t.cases.preview.unlock;
  return (
    <div className={styles.waiting}>
      <div className={styles.locked}>
        <Card title={words.title}>
          <FilePassword isWrong={isWrong} onGiven={onGiven} />
          <p className={styles.soft}>{words.instead}</p>
        </Card>
      </div>
    </div>
  );
}

/** A file that cannot be shown is the same the next time; what happened around it may not be. */
function mayHelpAgain(failure: CallFailure): boolean {
  switch (failure.code) {
    case 'previewFailed':
      return failure.fault === 'timedOut' || failure.fault === 'renderer';
    case 'attachmentPurged':
    case 'attachmentNotFound':
    case 'attachmentUnreadable':
    case 'notAllowed':
      return false;
    default:
      return true;
  }
}
