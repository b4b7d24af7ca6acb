import { type ReactNode, useEffect, useState } from 'react';
import { Banner } from '../../components/Banner';
import { Button, ButtonRow } from '../../components/Button';
import { focusField } from '../../components/ErrorSummary';
import { FailureBanner } from '../../components/FailureBanner';
import { Form } from '../../components/Form';
import { faultsOfSecret, NewSecretFields, noSecret } from '../../components/NewPassword';
import { PasswordField } from '../../components/TextField';
import { t } from '../../i18n/sv';
import { useAct } from '../../query/useAct';

/** Opens a store whose keys are under a passphrase. */
export function Passphrase(): ReactNode {
  const [passphrase, setPassphrase] = useState('');
  const [isRefused, setRefused] = useState(false);
  const open = useAct('use_passphrase');
  const submit = (): void => {
    setRefused(passphrase === '');
    if (passphrase === '') focusField('passphrase');
    else open.mutate({ passphrase });
  };
  return (
    <Form onSubmit={submit}>
      <PasswordField
        id="passphrase"
        label={t.start.passphrase.unlockLabel}
        description={t.start.passphrase.lost}
        autoComplete="current-password"
        value={passphrase}
        onChange={setPassphrase}
        error={isRefused && passphrase === '' ? t.start.passphrase.missing : undefined}
      />
      <FailureBanner failure={open.error?.failure ?? null} />
      <ButtonRow>
        <Button type="submit" tone="primary" isPending={open.isPending}>
          {t.start.passphrase.unlock}
        </Button>
      </ButtonRow>
    </Form>
  );
}

const created = 'new-passphrase';

/** Makes a new store under a passphrase, where there is no keyring to trust. */
export function NewPassphrase({ onCancel }: { onCancel: () => void }): ReactNode {
  const [value, setValue] = useState(noSecret);
  const [isAttempted, setAttempted] = useState(false);
  const create = useAct('use_passphrase');
  // It was asked for by pressing what it stands instead of.
  useEffect(() => document.getElementById(created)?.focus(), []);
  const faults = faultsOfSecret(value, created);
  const submit = (): void => {
    setAttempted(true);
    const [first] = faults;
    if (first) focusField(first.field);
    else create.mutate({ passphrase: value.secret });
  };
  return (
    <Form onSubmit={submit}>
      <Banner tone="observe">
        <p>{t.start.passphrase.createWarning}</p>
      </Banner>
      <NewSecretFields
        id={created}
        label={t.start.passphrase.createLabel}
        repeatedLabel={t.start.passphrase.repeated}
        value={value}
        onChange={setValue}
        faults={isAttempted ? faults : []}
      />
      <FailureBanner failure={create.error?.failure ?? null} />
      <ButtonRow>
        <Button type="submit" isPending={create.isPending}>
          {t.start.passphrase.create}
        </Button>
        <Button tone="quiet" onPress={onCancel}>
          {t.components.cancel}
        </Button>
      </ButtonRow>
    </Form>
  );
}
