import { type ReactNode, useEffect, useRef, useState } from 'react';
import { Button, ButtonRow } from '../../components/Button';
import { Form } from '../../components/Form';
import { PasswordField } from '../../components/TextField';
import { t } from '../../i18n/sv';

export interface FilePasswordProps {
  /** The one that was given does not open the file. */
  readonly isWrong: boolean;
  readonly isPending?: boolean;
  readonly onGiven: (password: string) => void;
}

/** Asks for a locked file's password. It leaves the field, and this screen, as it is given. */
export function FilePassword({ isWrong, isPending = false, onGiven }: FilePasswordProps): ReactNode {
  const [password, setPassword] = useState('');
  const [isMissed, setMissed] = useState(false);
  const box = useRef<HTMLDivElement>(null);
  const words = t.cases.preview.unlock;
  const problem = isMissed && password === '' ? words.missing : isWrong ? words.wrong : undefined;
  // The one thing that can be done now; also after a wrong one.
  useEffect(() => {
    if (isWrong || box.current) box.current?.querySelector('input')?.focus();
  }, [isWrong]);
  const give = (): void => {
    if (password === '') {
      setMissed(true);
      return;
    }
    setPassword('');
    setMissed(false);
    onGiven(password);
  };
  return (
    <Form onSubmit={give}>
      <div ref={box}>
        <PasswordField
          label={words.field}
          description={words.help}
          value={password}
          onChange={setPassword}
          autoComplete="off"
          error={problem}
        />
      </div>
      <ButtonRow>
        <Button type="submit" tone="primary" icon="lock" isPending={isPending}>
          {words.open}
        </Button>
      </ButtonRow>
    </Form>
  );
}
