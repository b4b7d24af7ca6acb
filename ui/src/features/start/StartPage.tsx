import type { ReactNode } from 'react';
import type { StartState } from '../../bindings';
import type { Asked } from '../../components/Answered';
import { FailureBanner } from '../../components/FailureBanner';
import { t } from '../../i18n/sv';
import { FirstRunPage } from './FirstRunPage';
import { LockPage } from './LockPage';
import { OpeningPage } from './OpeningPage';
import { ProblemPage } from './ProblemPage';
import { SignInPage } from './SignInPage';
import { StartFrame } from './StartFrame';

/** The page of a stage before work, or of not knowing the stage; nothing once somebody is signed in. */
export function StartPage({ asked }: { asked: Asked<StartState> }): ReactNode {
  if (asked.data) return <Stage state={asked.data} />;
  if (!asked.error) return <OpeningPage />;
  return (
    <StartFrame title={t.start.noContactTitle}>
      <FailureBanner failure={asked.error.failure} onRetry={() => asked.refetch()} />
    </StartFrame>
  );
}

function Stage({ state }: { state: StartState }): ReactNode {
  const { stage, version, inMemory } = state;
  switch (stage.at) {
    case 'problem':
      return stage.problem === 'starting' ? (
        <OpeningPage version={version} />
      ) : (
        <ProblemPage
          key={stage.problem}
          version={version}
          problem={stage.problem}
          passphrasePossible={stage.passphrasePossible}
        />
      );
    case 'firstRun':
      return <FirstRunPage version={version} inMemory={inMemory} />;
    case 'signIn':
      return (
        <SignInPage
          version={version}
          inMemory={inMemory}
          unit={stage.unit}
          exampleAccounts={stage.exampleAccounts}
        />
      );
    case 'locked':
      return <LockPage version={version} inMemory={inMemory} unit={stage.unit} me={stage.me} />;
    case 'signedIn':
      return null;
  }
}
