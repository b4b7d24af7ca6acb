import { type ReactNode, useState } from 'react';
import type { StartProblem } from '../../bindings';
import { ActionCard } from '../../components/ActionCard';
import { Button, ButtonRow } from '../../components/Button';
import { FailureBanner } from '../../components/FailureBanner';
import { Section } from '../../components/Page';
import { t } from '../../i18n/sv';
import { useAct } from '../../query/useAct';
import { useCommand } from '../../query/useCommand';
import { NewPassphrase, Passphrase } from './Passphrase';
import styles from './ProblemPage.module.css';
import { StartFrame } from './StartFrame';

/** What stands in the way once the opening has been tried. */
export type Obstacle = Exclude<StartProblem, 'starting'>;

/** A store in memory still needs the profile's folder, alone. */
const withoutMemory: readonly Obstacle[] = ['profileInUse', 'profileUnusable', 'policyUnusable'];

export interface ProblemPageProps {
  readonly version: string;
  readonly problem: Obstacle;
  readonly passphrasePossible: boolean;
}

/** What stands in the way of opening the store, what to do about it, and the ways round it. */
export function ProblemPage({ version, problem, passphrasePossible }: ProblemPageProps): ReactNode {
  const { title, what, todo } = t.start.problems[problem];
  const memory = useAct('start_in_memory');
  const [isChoosing, setChoosing] = useState(false);
  return (
    <StartFrame version={version} title={title} lead={what}>
      {problem === 'passphraseNeeded' ? <Passphrase /> : <Mending todo={todo} />}
      {passphrasePossible && !isChoosing && (
        <ActionCard icon="lock" title={t.start.passphrase.createTitle} onPress={() => setChoosing(true)}>
          {t.start.passphrase.createHelp}
        </ActionCard>
      )}
      {isChoosing && (
        <Section title={t.start.passphrase.createTitle}>
          <NewPassphrase onCancel={() => setChoosing(false)} />
        </Section>
      )}
      {!withoutMemory.includes(problem) && (
        <>
          <ActionCard
            icon="clock"
            title={t.start.inMemory.title}
            isDisabled={memory.isPending}
            onPress={() => memory.mutate(null)}
          >
            {t.start.inMemory.help}
          </ActionCard>
          <FailureBanner failure={memory.error?.failure ?? null} />
        </>
      )}
    </StartFrame>
  );
}

function Mending({ todo }: { todo: readonly string[] }): ReactNode {
  const retry = useAct('retry_start');
  const state = useCommand('start_state', null);
  // This page is gone if the obstacle is: an answer after the attempt that finds it here says that nothing changed.
  const isStillSo = retry.isSuccess && state.dataUpdatedAt > retry.submittedAt;
  return (
    <>
      <Section title={t.start.whatToDo}>
        <ol className={styles.todo}>
          {todo.map((step) => (
            <li key={step}>{step}</li>
          ))}
        </ol>
      </Section>
      <ButtonRow>
        <Button tone="primary" isPending={retry.isPending} onPress={() => retry.mutate(null)}>
          {t.common.tryAgain}
        </Button>
        <span role="status">{isStillSo && t.start.stillSo}</span>
      </ButtonRow>
      <FailureBanner failure={retry.error?.failure ?? null} />
    </>
  );
}
