import { type ReactNode, useEffect, useState } from 'react';
import { Form } from 'react-aria-components';
import { Button } from '../../components/Button';
import { Dialog } from '../../components/Dialog';
import { focusField } from '../../components/ErrorSummary';
import { FailureBanner } from '../../components/FailureBanner';
import { TextField } from '../../components/TextField';
import { t } from '../../i18n/sv';
import { useAct } from '../../query/useAct';
import { go } from '../../route/hash';
import { paths } from '../../route/paths';

export interface NewTemplateDialogProps {
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

const field = 'new-template-name';

/** Asks for a name, with the advice that makes the list of cases readable. */
export function NewTemplateDialog({ isOpen, onClose }: NewTemplateDialogProps): ReactNode {
  const words = t.builder.create;
  const [name, setName] = useState('');
  const [isRefused, setRefused] = useState(false);
  const create = useAct('create_template');
  const close = (): void => {
    setName('');
    setRefused(false);
    create.reset();
    onClose();
  };
  const submit = (): void => {
    if (create.isPending) return;
    setRefused(name.trim() === '');
    if (name.trim() === '') return;
    create.mutate({ name }, { onSuccess: (template) => go(paths.template(template.id)) });
  };
  return (
    <Dialog
      title={words.title}
      isOpen={isOpen}
      onClose={close}
      actions={
        <>
          <Button onPress={close}>{t.components.cancel}</Button>
          <Button tone="primary" type="submit" form="new-template" isPending={create.isPending}>
            {words.confirm}
          </Button>
        </>
      }
    >
      <Form
        id="new-template"
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
      >
        <FocusName />
        <TextField
          id={field}
          label={words.name}
          description={words.advice}
          maxLength={100}
          value={name}
          onChange={setName}
          error={isRefused && name.trim() === '' ? words.missing : undefined}
        />
      </Form>
      <FailureBanner failure={create.error?.failure ?? null} />
    </Dialog>
  );
}

/** There is one thing to do in the dialog, so one can begin at once. */
function FocusName(): ReactNode {
  useEffect(() => focusField(field), []);
  return null;
}
