import { type ReactNode, useState } from 'react';
import { focusField } from '../../components/ErrorSummary';
import { faultsOfSecret, NewSecretFields, noSecret } from '../../components/NewPassword';
import { TextField } from '../../components/TextField';
import { showToast } from '../../components/Toast';
import { t } from '../../i18n/sv';
import { useAct } from '../../query/useAct';
import { FormDialog } from './FormDialog';
import { faultOf, faultsOf, ids, type Particulars, PersonFields } from './PersonFields';

const words = t.people;
const password = 'person-password';

/** A new account with its first password. */
export function AddPersonDialog({ onClose }: { onClose: () => void }): ReactNode {
  const [value, setValue] = useState<Particulars>({ name: '', title: '', roles: ['handler'] });
  const [username, setUsername] = useState('');
  const [secret, setSecret] = useState(noSecret);
  const [isAttempted, setAttempted] = useState(false);
  const add = useAct('add_person');

  const own = [
    ...faultsOf(value),
    ...(username.trim() === '' ? [{ field: ids.username, text: words.faults.username }] : []),
    ...faultsOfSecret(secret, password),
  ];
  const failure = add.error?.failure ?? null;
  const isTaken = failure?.code === 'usernameTaken' && add.variables?.username === username;
  const faults = [
    ...(isAttempted ? own : []),
    ...(isTaken ? [{ field: ids.username, text: words.faults.usernameTaken }] : []),
  ];
  const submit = (): void => {
    setAttempted(true);
    const [first] = own;
    if (first) {
      focusField(first.field);
      return;
    }
    const { name, title, roles } = value;
    add.mutate(
      { name, title, roles: [...roles], username, password: secret.secret },
      {
        onSuccess: () => {
          showToast({ text: words.adding.done(name.trim()) });
          onClose();
        },
      },
    );
  };
  return (
    <FormDialog
      title={words.adding.title}
      submit={words.adding.submit}
      isPending={add.isPending}
      failure={failure?.code === 'usernameTaken' ? null : failure}
      onSubmit={submit}
      onClose={onClose}
    >
      <PersonFields value={value} onChange={setValue} faults={faults}>
        <TextField
          id={ids.username}
          label={words.fields.username}
          description={words.fields.usernameHelp}
          value={username}
          onChange={setUsername}
          spellCheck={false}
          error={faultOf(faults, ids.username)}
        />
      </PersonFields>
      <NewSecretFields
        id={password}
        label={words.fields.password}
        repeatedLabel={words.fields.passwordRepeated}
        value={secret}
        onChange={setSecret}
        faults={faults}
      />
      <p>{words.adding.passwordHelp}</p>
    </FormDialog>
  );
}
