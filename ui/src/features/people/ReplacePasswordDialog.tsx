import { type ReactNode, useState } from 'react';
import type { Person } from '../../bindings';
import { focusField } from '../../components/ErrorSummary';
import { faultsOfSecret, NewSecretFields, noSecret } from '../../components/NewPassword';
import { showToast } from '../../components/Toast';
import { t } from '../../i18n/sv';
import { useAct } from '../../query/useAct';
import { FormDialog } from './FormDialog';

const words = t.people;
const field = 'person-password';

/** A new password for somebody who forgot theirs. */
export function ReplacePasswordDialog({
  person,
  onClose,
}: {
  person: Person;
  onClose: () => void;
}): ReactNode {
  const [secret, setSecret] = useState(noSecret);
  const [isAttempted, setAttempted] = useState(false);
  const replace = useAct('replace_password');
  const faults = faultsOfSecret(secret, field);
  const submit = (): void => {
    setAttempted(true);
    const [first] = faults;
    if (first) {
      focusField(first.field);
      return;
    }
    replace.mutate(
      { id: person.id, password: secret.secret },
      {
        onSuccess: () => {
          showToast({ text: words.replacing.done(person.name) });
          onClose();
        },
      },
    );
  };
  return (
    <FormDialog
      title={words.replacing.title}
      submit={words.replacing.submit}
      isPending={replace.isPending}
      failure={replace.error?.failure ?? null}
      onSubmit={submit}
      onClose={onClose}
    >
      <p>{words.replacing.lead(person.name)}</p>
      <NewSecretFields
        id={field}
        label={words.fields.password}
        repeatedLabel={words.fields.passwordRepeated}
        value={secret}
        onChange={setSecret}
        faults={isAttempted ? faults : []}
      />
    </FormDialog>
  );
}
