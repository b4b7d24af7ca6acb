import { type ReactNode, useState } from 'react';
import type { InboxSession } from '../bindings';
import { Badge } from '../components/Badge';
import { Banner } from '../components/Banner';
import { Button } from '../components/Button';
import { Page, Section } from '../components/Page';
import { TextField } from '../components/TextField';
import { formatPersonNumber } from '../i18n/format';
import { t } from '../i18n/sv';
import type { InboxApi } from './api';
import { FailureBanner } from './FailureBanner';
import { type Failure, failureOf, wordsFor } from './refusal';
import styles from './SignIn.module.css';
import { useTitle } from './useTitle';

export interface SignInPageProps {
  readonly api: InboxApi;
  readonly session: InboxSession;
  /** Came here because the session ended, not by choice. */
  readonly hasEnded: boolean;
  readonly keepsDrafts: boolean;
  readonly onSignedIn: (session: InboxSession) => void;
}

/** The test sign-in: as one of the example citizens, or by number. */
export function SignInPage({ api, session, hasEnded, keepsDrafts, onSignedIn }: SignInPageProps): ReactNode {
  useTitle(t.citizen.titles.signIn);
  const [number, setNumber] = useState('');
  const [failure, setFailure] = useState<Failure | null>(null);
  /** The number under way, so that the right button turns. */
  const [pending, setPending] = useState<string | null>(null);
  const words = t.citizen.signIn;

  const signIn = async (as: string): Promise<void> => {
    if (pending !== null) return;
    setPending(as);
    setFailure(null);
    try {
      onSignedIn(await api.signIn(as));
    } catch (thrown) {
      setFailure(failureOf(thrown));
      setPending(null);
    }
  };

  const isAboutNumber = failure?.code === 'invalidNumber' || failure?.code === 'unknownCitizen';
  const problem = failure && isAboutNumber ? inOne(failure) : undefined;

  return (
    <Page title={words.heading} width="reading">
      {hasEnded && (
        <Banner tone="info" title={t.citizen.ended.title} isAnnounced>
          <p>{keepsDrafts ? t.citizen.ended.kept : t.citizen.ended.words}</p>
        </Banner>
      )}
      {failure && !isAboutNumber && <FailureBanner failure={failure} />}
      <div className={styles.card}>
        <p>
          <Badge tone="observe">{words.test}</Badge>
        </p>
        <p>{words.testWords}</p>
        {session.testSignIns.length > 0 && (
          <Section title={words.choose}>
            <ul className={styles.people}>
              {session.testSignIns.map((person) => (
                <li key={person.number} className={styles.person}>
                  <span>
                    <span className={styles.name}>{person.name}</span>
                    <span className={styles.number}>{formatPersonNumber(person.number)}</span>
                  </span>
                  <Button
                    aria-label={words.as(person.name)}
                    isPending={pending === person.number}
                    onPress={() => void signIn(person.number)}
                  >
                    {words.submit}
                  </Button>
                </li>
              ))}
            </ul>
          </Section>
        )}
        <Section title={words.orType}>
          <form
            className={styles.form}
            noValidate
            onSubmit={(event) => {
              event.preventDefault();
              void signIn(number);
            }}
          >
            <TextField
              label={words.number}
              description={words.numberHelp}
              value={number}
              onChange={setNumber}
              error={problem}
              inputMode="text"
              spellCheck={false}
              isNarrow
            />
            <Button type="submit" tone="primary" isPending={pending !== null && pending === number}>
              {words.submit}
            </Button>
          </form>
        </Section>
      </div>
    </Page>
  );
}

function inOne(failure: Failure): string {
  const { title, todo } = wordsFor(failure);
  return `${title} ${todo}`;
}
