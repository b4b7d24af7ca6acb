import { type ReactNode, useEffect, useState } from 'react';
import type { Me, UnitBrand } from '../../bindings';
import { Button, ButtonRow } from '../../components/Button';
import { FailureBanner } from '../../components/FailureBanner';
import { Form } from '../../components/Form';
import { PasswordField } from '../../components/TextField';
import { t } from '../../i18n/sv';
import { useAct } from '../../query/useAct';
import { Refusal } from './Refusal';
import { StartFrame } from './StartFrame';
import { useWait } from './wait';

export interface LockPageProps {
  readonly version: string;
  readonly inMemory: boolean;
  readonly unit: UnitBrand;
  readonly me: Me;
}

const field = 'unlock-password';

/** The lock: the same person's password, or out. */
export function LockPage({ version, inMemory, unit, me }: LockPageProps): ReactNode {
  const [password, setPassword] = useState('');
  const [isAttempted, setAttempted] = useState(false);
  const unlock = useAct('unlock');
  const signOut = useAct('sign_out');
  const wait = useWait(unlock);
  // Here is one thing to do, done many times a day: begin in its field, which is read with its help.
  useEffect(() => document.getElementById(field)?.focus(), []);
  const submit = (): void => {
    setAttempted(true);
    if (password === '') document.getElementById(field)?.focus();
    if (password === '' || wait > 0) return;
    unlock.mutate(
      { password },
      {
        onError: () => {
          setPassword('');
          setAttempted(false);
          document.getElementById(field)?.focus();
        },
      },
    );
  };
  return (
    <StartFrame
      version={version}
      inMemory={inMemory}
      unit={unit.name}
      example={unit.example}
      title={t.start.lock.title}
      lead={t.start.lock.lead(me.name)}
    >
      <Form onSubmit={submit}>
        <PasswordField
          id={field}
          label={t.start.lock.password}
          description={t.start.lock.why}
          autoComplete="current-password"
          value={password}
          onChange={setPassword}
          error={isAttempted && password === '' ? t.start.signIn.passwordMissing : undefined}
        />
        <Refusal tried={unlock} wrong={t.start.lock.wrong} />
        <ButtonRow>
          <Button type="submit" tone="primary" icon="lock" isPending={unlock.isPending} isDisabled={wait > 0}>
            {t.start.lock.submit}
          </Button>
          <Button tone="quiet" isPending={signOut.isPending} onPress={() => signOut.mutate(null)}>
            {t.start.lock.signOut}
          </Button>
        </ButtonRow>
        <FailureBanner failure={signOut.error?.failure ?? null} />
      </Form>
    </StartFrame>
  );
}
