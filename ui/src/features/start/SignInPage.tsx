import { type ReactNode, useState } from 'react';
import type { ExampleAccount, UnitBrand } from '../../bindings';
import { ActionCard } from '../../components/ActionCard';
import { Button, ButtonRow } from '../../components/Button';
import { focusField } from '../../components/ErrorSummary';
import { Form } from '../../components/Form';
import { Section } from '../../components/Page';
import { PasswordField, TextField } from '../../components/TextField';
import { t } from '../../i18n/sv';
import { useAct } from '../../query/useAct';
import { Refusal } from './Refusal';
import styles from './SignInPage.module.css';
import { StartFrame } from './StartFrame';
import { useWait } from './wait';

export interface SignInPageProps {
  readonly version: string;
  readonly inMemory: boolean;
  readonly unit: UnitBrand;
  readonly exampleAccounts: readonly ExampleAccount[];
}

/** *Logga in*, with the example's accounts one press away. */
export function SignInPage({ version, inMemory, unit, exampleAccounts }: SignInPageProps): ReactNode {
  return (
    <StartFrame
      version={version}
      inMemory={inMemory}
      unit={unit.name}
      example={unit.example}
      title={t.start.signIn.title}
    >
      {exampleAccounts.length > 0 ? (
        <>
          <Examples accounts={exampleAccounts} />
          <Section title={t.start.signIn.ownAccount}>
            <OwnAccount />
          </Section>
        </>
      ) : (
        <OwnAccount isOnly />
      )}
    </StartFrame>
  );
}

function Examples({ accounts }: { accounts: readonly ExampleAccount[] }): ReactNode {
  const signIn = useAct('sign_in');
  const wait = useWait(signIn);
  return (
    <Section title={t.start.signIn.exampleTitle}>
      <p>{t.start.signIn.exampleHelp}</p>
      <ul className={styles.accounts}>
        {accounts.map(({ username, password, name, title }) => (
          <li key={username}>
            <ActionCard
              icon="person"
              title={t.start.signIn.as(name)}
              isDisabled={signIn.isPending || wait > 0}
              onPress={() => signIn.mutate({ username, password })}
            >
              {title}
            </ActionCard>
          </li>
        ))}
      </ul>
      <Refusal tried={signIn} />
    </Section>
  );
}

function OwnAccount({ isOnly = false }: { isOnly?: boolean }): ReactNode {
  const [username, setUsername] = useState('');
  const [password, setPassword] = useState('');
  const [isAttempted, setAttempted] = useState(false);
  const signIn = useAct('sign_in');
  const wait = useWait(signIn);
  const submit = (): void => {
    setAttempted(true);
    const first = username.trim() === '' ? 'sign-in-username' : password === '' ? 'sign-in-password' : null;
    if (first) focusField(first);
    if (first || wait > 0) return;
    signIn.mutate(
      { username: username.trim(), password },
      {
        onError: () => {
          setPassword('');
          setAttempted(false);
          document.getElementById('sign-in-password')?.focus();
        },
      },
    );
  };
  return (
    <Form onSubmit={submit}>
      <TextField
        id="sign-in-username"
        label={t.start.signIn.username}
        value={username}
        onChange={setUsername}
        autoComplete="username"
        spellCheck={false}
        error={isAttempted && username.trim() === '' ? t.start.signIn.usernameMissing : undefined}
      />
      <PasswordField
        id="sign-in-password"
        label={t.start.signIn.password}
        value={password}
        onChange={setPassword}
        autoComplete="current-password"
        error={isAttempted && password === '' ? t.start.signIn.passwordMissing : undefined}
      />
      <Refusal tried={signIn} />
      <ButtonRow>
        <Button
          type="submit"
          tone={isOnly ? 'primary' : 'secondary'}
          isPending={signIn.isPending}
          isDisabled={wait > 0}
        >
          {t.start.signIn.submit}
        </Button>
      </ButtonRow>
      {isOnly && <p className={styles.forgotten}>{t.start.signIn.forgotten}</p>}
    </Form>
  );
}
