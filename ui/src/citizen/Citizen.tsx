import { useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useCallback, useEffect, useMemo, useState } from 'react';
import type { InboxSession } from '../bindings';
import { Button } from '../components/Button';
import { Page } from '../components/Page';
import { Spinner } from '../components/Progress';
import type { Answers } from '../form/answers';
import { t } from '../i18n/sv';
import { useRoute } from '../route/hash';
import type { InboxApi } from './api';
import { FailureBanner } from './FailureBanner';
import { InboxPage } from './InboxPage';
import { InboxContext } from './inboxContext';
import { LetterPage } from './LetterPage';
import { type Failure, failureOf } from './refusal';
import { Shell } from './Shell';
import { SignInPage } from './SignInPage';
import { useTitle } from './useTitle';
import { watching } from './watching';

type Door =
  | { readonly at: 'knocking' }
  | { readonly at: 'shut'; readonly failure: Failure }
  | { readonly at: 'outside'; readonly session: InboxSession; readonly hasEnded: boolean }
  | { readonly at: 'inside'; readonly session: InboxSession; readonly name: string };

/** The citizen's pages: the inbox, the message, the form, the receipt. */
export function Citizen({ api }: { api: InboxApi }): ReactNode {
  const queries = useQueryClient();
  const [door, setDoor] = useState<Door>({ at: 'knocking' });
  const [drafts] = useState(() => new Map<string, Answers>());
  /** Whose the drafts are. */
  const [owner, setOwner] = useState<string | null>(null);

  const enter = useCallback(
    (session: InboxSession, hasEnded = false): void => {
      const { signedIn } = session;
      if (signedIn === null) {
        setDoor({ at: 'outside', session, hasEnded });
        return;
      }
      // What one citizen has read or written is never shown to the next.
      if (signedIn !== owner) drafts.clear();
      setOwner(signedIn);
      setDoor({ at: 'inside', session, name: signedIn });
    },
    [drafts, owner],
  );

  const knock = useCallback(
    async (hasEnded: boolean): Promise<void> => {
      try {
        enter(await api.session(), hasEnded);
      } catch (thrown) {
        setDoor({ at: 'shut', failure: failureOf(thrown) });
      }
    },
    [api, enter],
  );

  useEffect(() => {
    if (door.at === 'knocking') void knock(false);
  }, [door.at, knock]);

  const inside = useMemo(
    () =>
      watching(api, () => {
        queries.clear();
        void knock(true);
      }),
    [api, knock, queries],
  );

  const signOut = async (): Promise<void> => {
    drafts.clear();
    queries.clear();
    try {
      enter(await api.signOut());
    } catch {
      // Signed out already, or out of reach: either way nothing of the citizen's stays on the page.
      setDoor({ at: 'knocking' });
    }
  };

  switch (door.at) {
    case 'knocking':
      return (
        <Shell>
          <Spinner />
        </Shell>
      );
    case 'shut':
      return <Shut failure={door.failure} onRetry={() => setDoor({ at: 'knocking' })} />;
    case 'outside':
      return (
        <Shell brand={door.session.brand}>
          <SignInPage
            api={api}
            session={door.session}
            hasEnded={door.hasEnded}
            keepsDrafts={drafts.size > 0}
            onSignedIn={enter}
          />
        </Shell>
      );
    case 'inside':
      return (
        <InboxContext value={{ api: inside, brand: door.session.brand, drafts }}>
          <Shell brand={door.session.brand} name={door.name} onSignOut={() => void signOut()}>
            <Rooms />
          </Shell>
        </InboxContext>
      );
  }
}

function Rooms(): ReactNode {
  const letter = /^\/meddelande\/([^/]+)$/.exec(useRoute())?.[1];
  return letter === undefined ? <InboxPage /> : <LetterPage key={letter} letter={letter} />;
}

function Shut({ failure, onRetry }: { failure: Failure; onRetry: () => void }): ReactNode {
  useTitle(t.citizen.titles.inbox);
  return (
    <Shell>
      <Page title={t.citizen.inbox} width="reading">
        <FailureBanner failure={failure} actions={<Button onPress={onRetry}>{t.common.tryAgain}</Button>} />
      </Page>
    </Shell>
  );
}
