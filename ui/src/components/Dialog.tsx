import type { ReactNode } from 'react';
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import { t } from '../i18n/sv';
import { Button, ButtonRow, type ButtonTone, IconButton } from './Button';
import { cx } from './cx';
import styles from './Dialog.module.css';
import { useScrollStop } from './Scroller';

export interface DialogProps {
  readonly title: ReactNode;
  readonly isOpen: boolean;
  readonly onClose: () => void;
  /** `alertdialog` interrupts: for what cannot be undone. */
  readonly role?: 'dialog' | 'alertdialog';
  /** `full` is for looking closely at something: its content fills the window and sees to its own scrolling. */
  readonly size?: 'normal' | 'wide' | 'full';
  readonly children: ReactNode;
  /** The buttons, below what scrolls. */
  readonly actions?: ReactNode;
}

/** A question or a task in front of the page. Escape closes it; focus goes back to where it came from. */
export function Dialog(props: DialogProps): ReactNode {
  const { title, isOpen, onClose, role = 'dialog', size = 'normal', children, actions } = props;
  return (
    <ModalOverlay
      isOpen={isOpen}
      onOpenChange={(open) => !open && onClose()}
      isDismissable={role === 'dialog'}
      className={cx(styles.veil)}
    >
      <Modal className={cx(styles.modal, styles[size])}>
        <AriaDialog role={role} className={cx(styles.dialog)}>
          <div className={styles.head}>
            <Heading slot="title" level={2}>
              {title}
            </Heading>
            <IconButton icon="close" label={t.components.close} onPress={onClose} />
          </div>
          <Body title={title}>{children}</Body>
          {actions !== undefined && (
            <div className={styles.actions}>
              <ButtonRow align="end">{actions}</ButtonRow>
            </div>
          )}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}

function Body({ title, children }: Pick<DialogProps, 'title' | 'children'>): ReactNode {
  const stop = useScrollStop(typeof title === 'string' ? title : undefined);
  return (
    <div className={styles.body} {...stop}>
      {children}
    </div>
  );
}

export interface ConfirmDialogProps extends Pick<DialogProps, 'title' | 'isOpen' | 'onClose' | 'children'> {
  /** What will happen, as a verb: "Gallra", never "OK". */
  readonly confirm: string;
  readonly onConfirm: () => void;
  readonly tone?: Extract<ButtonTone, 'primary' | 'danger'>;
  readonly isPending?: boolean;
}

/** Asks before what cannot be undone. What can be undone is done at once, with *Ångra* in a toast. */
export function ConfirmDialog(props: ConfirmDialogProps): ReactNode {
  const { confirm, onConfirm, tone = 'danger', isPending, children, ...dialog } = props;
  return (
    <Dialog
      {...dialog}
      role="alertdialog"
      actions={
        <>
          <Button onPress={dialog.onClose}>{t.components.cancel}</Button>
          <Button tone={tone} isPending={isPending ?? false} onPress={onConfirm}>
            {confirm}
          </Button>
        </>
      }
    >
      {children}
    </Dialog>
  );
}
