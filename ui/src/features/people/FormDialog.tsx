import { type ReactNode, useId } from 'react';
import { Button } from '../../components/Button';
import { Dialog } from '../../components/Dialog';
import { FailureBanner, type FailureBannerProps } from '../../components/FailureBanner';
import { Form } from '../../components/Form';
import { t } from '../../i18n/sv';

export interface FormDialogProps {
  readonly title: string;
  /** What the button does, as a verb. */
  readonly submit: string;
  readonly isPending: boolean;
  readonly failure: FailureBannerProps['failure'];
  readonly onSubmit: () => void;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** A form in front of the page, with its button below what scrolls. */
export function FormDialog(props: FormDialogProps): ReactNode {
  const { title, submit, isPending, failure, onSubmit, onClose, children } = props;
  const id = useId();
  return (
    <Dialog
      title={title}
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{t.components.cancel}</Button>
          <Button tone="primary" type="submit" form={id} isPending={isPending}>
            {submit}
          </Button>
        </>
      }
    >
      <Form id={id} onSubmit={onSubmit}>
        <FailureBanner failure={failure} />
        {children}
      </Form>
    </Dialog>
  );
}
