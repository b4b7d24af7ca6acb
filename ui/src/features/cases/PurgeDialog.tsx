import type { ReactNode } from 'react';
import { ConfirmDialog } from '../../components/Dialog';
import { FailureBanner } from '../../components/FailureBanner';
import { t } from '../../i18n/sv';
import type { Refused } from '../../platform';

export interface PurgeDialogProps {
  readonly title: string;
  /** The act that destroys. */
  readonly acting: {
    readonly isPending: boolean;
    readonly error: Refused | null;
    readonly reset: () => void;
  };
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly onConfirm: () => void;
  readonly children: ReactNode;
}

/** *Gallra nu* cannot be undone, so it is asked first. */
export function PurgeDialog(props: PurgeDialogProps): ReactNode {
  const { title, acting, isOpen, onClose, onConfirm, children } = props;
  return (
    <ConfirmDialog
      title={title}
      isOpen={isOpen}
      onClose={() => {
        acting.reset();
        onClose();
      }}
      confirm={t.cases.attachments.purgeConfirm}
      isPending={acting.isPending}
      onConfirm={onConfirm}
    >
      {children}
      <FailureBanner failure={acting.error?.failure ?? null} actions={null} />
    </ConfirmDialog>
  );
}
