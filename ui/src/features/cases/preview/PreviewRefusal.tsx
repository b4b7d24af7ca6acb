import type { ReactNode } from 'react';
import { Button, ButtonRow } from '../../../components/Button';
import { EmptyState } from '../../../components/EmptyState';
import { textOf } from '../../../i18n/failures';
import { t } from '../../../i18n/sv';
import type { CallFailure } from '../../../platform';
import styles from './Preview.module.css';

export interface PreviewRefusalProps {
  readonly failure: CallFailure;
  readonly onAgain: () => void;
  readonly onClose: () => void;
}

/** Why nothing can be shown, and what to do instead. */
export function PreviewRefusal({ failure, onAgain, onClose }: PreviewRefusalProps): ReactNode {
  const { title, todo } =
    failure.code === 'previewFailed' ? t.cases.preview.faults[failure.fault] : textOf(failure);
  return (
    <div role="alert" className={styles.waiting}>
      <EmptyState
        icon="error"
        title={title}
        actions={
          <ButtonRow>
            {mayHelpAgain(failure) && <Button onPress={onAgain}>{t.cases.preview.tryAgain}</Button>}
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
