import { type ReactNode, useState } from 'react';
import type { AttachmentId } from '../../../bindings';
import { Dialog } from '../../../components/Dialog';
import { Spinner } from '../../../components/Progress';
import { t } from '../../../i18n/sv';
import styles from './Preview.module.css';
import { PreviewRefusal } from './PreviewRefusal';
import { usePreview } from './usePreview';
import { Viewer } from './Viewer';
import { type Edit, edited, firstView } from './view';

export interface PreviewDialogProps {
  readonly attachment: AttachmentId;
  readonly name: string;
  readonly onClose: () => void;
}

/** *Förhandsgranska*: the pages as pixels, drawn apart from everything else. Nothing is saved. */
export function PreviewDialog({ attachment, name, onClose }: PreviewDialogProps): ReactNode {
  const { opening, again } = usePreview(attachment);
  const [view, setView] = useState(firstView);
  const pages = opening.at === 'open' ? opening.preview.pages : 1;
  const edit = (change: Edit): void => setView((now) => edited(now, change, pages));
  return (
    <Dialog
      isOpen
      onClose={onClose}
      size="full"
      title={
        <span className={styles.title}>
          {t.cases.preview.title} <bdi className={styles.name}>{name}</bdi>
        </span>
      }
    >
      {opening.at === 'opening' && (
        <div className={styles.waiting}>
          <Spinner label={t.cases.preview.opening} />
        </div>
      )}
      {opening.at === 'refused' && (
        <PreviewRefusal failure={opening.failure} onAgain={again} onClose={onClose} />
      )}
      {opening.at === 'open' && (
        <Viewer preview={opening.preview} view={view} onEdit={edit} onAgain={again} onClose={onClose} />
      )}
    </Dialog>
  );
}
