import { type ReactNode, useState } from 'react';
import { Button, ButtonRow } from '../../components/Button';
import { ErrorSummary } from '../../components/ErrorSummary';
import { FailureBanner } from '../../components/FailureBanner';
import { Form } from '../../components/Form';
import { showToast } from '../../components/Toast';
import { t } from '../../i18n/sv';
import { useAct } from '../../query/useAct';
import { PersonStep, SummaryStep, UnitStep } from './FirstRunSteps';
import { faultsOf, nothingWritten, requestOf, type Step, stepOf, steps } from './firstRun';
import { StartFrame } from './StartFrame';
import { Steps } from './Steps';

const words = t.start.firstRun;

/** The first-run assistant: the unit, its first administrator, and a look over before anything is created. */
export function FirstRunPage({ version, inMemory }: { version: string; inMemory: boolean }): ReactNode {
  const [step, setStep] = useState<Step>('unit');
  const [written, setWritten] = useState(nothingWritten);
  /** How many times the step on screen has been refused. */
  const [attempt, setAttempt] = useState(0);
  const create = useAct('set_up_unit');

  const at = steps.indexOf(step);
  const faults = attempt > 0 ? faultsOf(step, written) : [];
  const goTo = (next: Step): void => {
    setAttempt(0);
    setStep(next);
  };
  const submit = (): void => {
    const next = steps[at + 1];
    if (faultsOf(step, written).length > 0) setAttempt(attempt + 1);
    else if (next) goTo(next);
    else {
      create.mutate(requestOf(written), {
        onSuccess: () => showToast({ text: words.created }),
      });
    }
  };
  const failure = create.error?.failure ?? null;
  const toMend = failure && stepOf(failure);
  const previous = steps[at - 1];

  return (
    <StartFrame
      version={version}
      inMemory={inMemory}
      title={words[step].title}
      lead={words[step].lead}
      above={<Steps step={step} />}
    >
      <Form onSubmit={submit}>
        <ErrorSummary faults={faults} attempt={attempt} />
        {step === 'unit' && <UnitStep written={written} onWrite={setWritten} faults={faults} />}
        {step === 'person' && <PersonStep written={written} onWrite={setWritten} faults={faults} />}
        {step === 'summary' && <SummaryStep written={written} onChange={goTo} />}
        {step === 'summary' && (
          <FailureBanner
            failure={failure}
            {...(toMend
              ? {
                  actions: (
                    <Button size="small" onPress={() => goTo(toMend)}>
                      {words.summary.change}
                    </Button>
                  ),
                }
              : {})}
          />
        )}
        <ButtonRow>
          {previous && <Button onPress={() => goTo(previous)}>{t.common.back}</Button>}
          <Button type="submit" tone="primary" isPending={create.isPending}>
            {step === 'summary' ? words.summary.submit : t.common.next}
          </Button>
        </ButtonRow>
      </Form>
    </StartFrame>
  );
}
