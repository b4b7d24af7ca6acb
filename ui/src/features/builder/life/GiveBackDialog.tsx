import { type ReactNode, useState } from 'react';
import type { TemplateId } from '../../../bindings';
import { Button } from '../../../components/Button';
import { Dialog } from '../../../components/Dialog';
import { FailureBanner } from '../../../components/FailureBanner';
import { Form } from '../../../components/Form';
import { TextField } from '../../../components/TextField';
import { showToast } from '../../../components/Toast';
import { t } from '../../../i18n/sv';
import { useAct } from '../../../query/useAct';

const FORM = 'give-back';

export interface GiveBackDialogProps {
  readonly template: TemplateId;
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

/** Says what is to be mended, and gives the draft back to whoever wrote it. */
export function GiveBackDialog({ template, isOpen, onClose }: GiveBackDialogProps): ReactNode {
  const words = t.life.approval;
  const [comment, setComment] = useState('');
  const [isRefused, setRefused] = useState(false);
  const giveBack = useAct('return_template');
  const submit = (): void => {
    setRefused(comment.trim() === '');
    if (comment.trim() === '') return;
    giveBack.mutate(
      { template, comment },
      {
        onSuccess: () => {
          showToast({ text: words.givenBack });
          onClose();
        },
      },
    );
  };
  return (
    <Dialog
      title={words.giveBackTitle}
      isOpen={isOpen}
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{t.components.cancel}</Button>
          <Button type="submit" form={FORM} tone="primary" isPending={giveBack.isPending}>
            {words.confirmGiveBack}
          </Button>
        </>
      }
    >
      <Form id={FORM} onSubmit={submit}>
        <TextField
          label={words.comment}
          description={words.commentHelp}
          isMultiline
          value={comment}
          onChange={setComment}
          error={isRefused && comment.trim() === '' ? words.commentMissing : undefined}
        />
      </Form>
      <FailureBanner failure={giveBack.error?.failure ?? null} actions={null} />
    </Dialog>
  );
}
