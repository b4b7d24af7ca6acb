import { type ReactNode, useState } from 'react';
import type { AttachmentId, Timestamp } from '../../../bindings';
import { Dialog } from '../../../components/Dialog';
import { Spinner } from '../../../components/Progress';
import { t } from '../../../i18n/sv';
import styles from './Preview.module.css';
import { PreviewRefusal } from './PreviewRefusal';
import { usePreview } from './usePreview';
import { Viewer } from './Viewer';
import { type Edit, edited, firstView } from './view';

/** What is looked at. */
export interface Subject {
  readonly attachment: AttachmentId;
  readonly name: string;
  /** Its own deadline, which no copy outlives. */
  readonly expires: Timestamp;
  /** Takes words from one of its pages into the note. */
  readonly onExcerpt: (page: number, text: string) => void;
}

/** *Förhandsgranska*: the pages as pixels, drawn apart from everything else. Nothing is saved. */
export function PreviewDialog({ subject, onClose }: { subject: Subject; onClose: () => void }): ReactNode {
  const { opening, again } = usePreview(subject.attachment);
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
          {t.cases.preview.title} <bdi className={styles.name}>{subject.name}</bdi>
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
        <Viewer
          subject={subject}
          preview={opening.preview}
          view={view}
          onEdit={edit}
          onAgain={again}
          onClose={onClose}
        />
      )}
    </Dialog>
  );
}
