import { type ReactNode, useState } from 'react';
import { focusField } from '../../components/ErrorSummary';
import { faultsOfSecret, NewSecretFields, noSecret } from '../../components/NewPassword';
import { PasswordField } from '../../components/TextField';
import { showToast } from '../../components/Toast';
import { t } from '../../i18n/sv';
import { useAct } from '../../query/useAct';
import { FormDialog } from './FormDialog';

const words = t.people.own;
const field = 'own-password';
const oldField = 'old-password';

/** *Byt lösenord*: one's own. */
export function ChangePasswordDialog({ onClose }: { onClose: () => void }): ReactNode {
  const [old, setOld] = useState('');
  const [secret, setSecret] = useState(noSecret);
  const [isAttempted, setAttempted] = useState(false);
  const change = useAct('change_own_password');
  const faults = faultsOfSecret(secret, field);
  const failure = change.error?.failure ?? null;
  // The core does not say which of user name and password was wrong; here the user name is known.
  const isWrong = failure?.code === 'wrongCredentials' && change.variables?.old === old;
  const submit = (): void => {
    setAttempted(true);
    const first = old === '' ? oldField : faults[0]?.field;
    if (first) {
      focusField(first);
      return;
    }
    change.mutate(
      { old, new: secret.secret },
      {
        onSuccess: () => {
          showToast({ text: words.done });
          onClose();
        },
      },
    );
  };
  const oldFault = isWrong ? words.oldWrong : isAttempted && old === '' ? words.oldMissing : undefined;
  return (
    <FormDialog
      title={words.title}
      submit={words.submit}
      isPending={change.isPending}
      failure={failure?.code === 'wrongCredentials' ? null : failure}
      onSubmit={submit}
      onClose={onClose}
    >
      <PasswordField
        id={oldField}
        label={words.old}
        autoComplete="current-password"
        value={old}
        onChange={setOld}
        error={oldFault}
      />
      <NewSecretFields
        id={field}
        label={words.new}
        repeatedLabel={words.repeated}
        value={secret}
        onChange={setSecret}
        faults={isAttempted ? faults : []}
      />
    </FormDialog>
  );
}
