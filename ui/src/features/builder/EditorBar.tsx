import type { ReactNode } from 'react';
import type { EditedDraft, EditName } from '../../bindings';
import { Button, IconButton } from '../../components/Button';
import { Icon } from '../../components/Icon';
import { Menu } from '../../components/Menu';
import { VisuallyHidden } from '../../components/VisuallyHidden';
import { formatTime } from '../../i18n/format';
import { t } from '../../i18n/sv';
import type { SaveState } from '../../query/autosave';
import styles from './Editor.module.css';
import { fieldId } from './problems';
import { StatusBadge } from './StatusBadge';
import type { Desk } from './sitting';

export interface EditorBarProps {
  readonly saving: SaveState<EditedDraft | null>;
  readonly desk: Desk;
  readonly onUndo: () => void;
  readonly onRedo: () => void;
  readonly isPreviewing: boolean;
  readonly onPreview: () => void;
  /** Saves it as a PDF. */
  readonly onPrint: () => void;
  /** Whether the languages are shown instead of the template. */
  readonly isTranslating: boolean;
  readonly onTranslate: () => void;
  readonly isPublishing: boolean;
  /** Whether it is handed in for approval instead of published. */
  readonly mustBeApproved: boolean;
  readonly onPublish: () => void;
}

/** Always in sight: that it is saved, the way back, and the way on. */
export function EditorBar(props: EditorBarProps): ReactNode {
  const {
    saving,
    desk,
    onUndo,
    onRedo,
    isPreviewing,
    onPreview,
    onPrint,
    isTranslating,
    onTranslate,
    isPublishing,
    mustBeApproved,
    onPublish,
  } = props;
  const { steps } = t.builder;
  const named = (name: EditName | null): string | null => (name === null ? null : steps.names[name]);
  return (
    <div className={styles.bar}>
      <div className={styles.barState}>
        <StatusBadge status="draft" publishedNumber={null} />
        <SaveMark saving={saving} />
      </div>
      <div className={styles.barActs}>
        <IconButton icon="undo" label={steps.undo(named(desk.undo))} onPress={onUndo} />
        <IconButton icon="redo" label={steps.redo(named(desk.redo))} onPress={onRedo} />
        <VisuallyHidden>
          <span role="status">
            {desk.turned && steps.turned[desk.turned.turn](steps.names[desk.turned.name])}
          </span>
        </VisuallyHidden>
        <div className={styles.previewToggle}>
          <Button icon={isPreviewing ? 'edit' : 'eye'} onPress={onPreview}>
            {isPreviewing ? t.builder.hidePreview : t.builder.showPreview}
          </Button>
        </div>
        <Button id={fieldId.languages} icon={isTranslating ? 'back' : 'text'} onPress={onTranslate}>
          {isTranslating ? t.languages.close : t.languages.open}
        </Button>
        <Menu acts={[{ id: 'print', label: t.print.act, icon: 'save', onAct: onPrint }]}>
          {t.builder.more}
        </Menu>
        <Button id={fieldId.publish} tone="primary" isPending={isPublishing} onPress={onPublish}>
          {mustBeApproved ? t.life.approval.submit : t.builder.publish}
        </Button>
      </div>
    </div>
  );
}

/** "Sparat 14:03". Said aloud only when saving fails, which the banner does. */
function SaveMark({ saving }: { saving: SaveState<EditedDraft | null> }): ReactNode {
  const { at, saved } = saving;
  const words = {
    untouched: t.builder.unchanged,
    saving: t.builder.saving,
    saved: saved ? t.builder.saved(formatTime(saved.saved)) : t.builder.unchanged,
    failed: t.builder.notSaved,
  }[at];
  return (
    <p className={styles.saveMark} data-at={at}>
      <Icon name={at === 'failed' ? 'observe' : at === 'saving' ? 'clock' : 'check'} />
      {words}
    </p>
  );
}
