import { type ReactNode, useEffect, useState } from 'react';
import { Form } from 'react-aria-components';
import type { LookedUp, PersonNumber } from '../../bindings';
import { Button } from '../../components/Button';
import { Card } from '../../components/Card';
import { focusField } from '../../components/ErrorSummary';
import { FailureBanner } from '../../components/FailureBanner';
import { TextField } from '../../components/TextField';
import { t } from '../../i18n/sv';
import type { CallFailure } from '../../platform';
import styles from './SendPage.module.css';
import { Verdict } from './Verdict';

export interface CitizenStepProps {
  readonly citizen: LookedUp | null;
  readonly isLookingUp: boolean;
  readonly failure: CallFailure | null;
  readonly onLookUp: (number: string) => void;
  /** Asks again for the one who was asked for last. */
  readonly onRetry: () => void;
  /** The number was changed: on to the same person's new one. */
  readonly onLookUpNew: (number: PersonNumber) => void;
  readonly onChange: () => void;
}

const field = 'person-number';
const another = 'change-citizen';

/** To whom: *Hämta*, and the verdict before a word is written. */
export function CitizenStep(props: CitizenStepProps): ReactNode {
  const { citizen, onChange, onLookUp, onLookUpNew } = props;
  const [isBack, setBack] = useState(false);
  const words = t.send.citizen;
  return (
    <Card
      title={words.heading}
      actions={
        citizen && (
          <Button
            id={another}
            size="small"
            tone="quiet"
            onPress={() => {
              setBack(true);
              onChange();
            }}
          >
            {words.change}
          </Button>
        )
      }
    >
      {!citizen && (
        <LookUp
          {...props}
          isBack={isBack}
          onLookUp={(number) => {
            setBack(false);
            onLookUp(number);
          }}
        />
      )}
      <div role="status" className={styles.status}>
        {citizen && <Verdict found={citizen} wayOut={another} onLookUpNew={onLookUpNew} />}
      </div>
    </Card>
  );
}

interface LookUpProps extends CitizenStepProps {
  /** The button that led back here is gone, and the keyboard goes on here. */
  readonly isBack: boolean;
}

function LookUp({ isLookingUp, failure, isBack, onLookUp, onRetry }: LookUpProps): ReactNode {
  const words = t.send.citizen;
  const [number, setNumber] = useState('');
  const problem = failure?.code === 'invalidPersonNumber' ? failure.problem : undefined;
  useEffect(() => {
    if (failure || isBack) focusField(field);
  }, [failure, isBack]);
  return (
    <>
      <Form
        className={styles.lookUp ?? ''}
        onSubmit={(event) => {
          event.preventDefault();
          if (!isLookingUp) onLookUp(number);
        }}
      >
        <TextField
          id={field}
          label={words.number}
          description={words.numberHelp}
          spellCheck={false}
          value={number}
          onChange={setNumber}
          error={problem && words.numberProblems[problem]}
          after={
            <Button type="submit" tone="primary" icon="search" isPending={isLookingUp}>
              {words.look}
            </Button>
          }
        />
      </Form>
      {problem === undefined && (
        <FailureBanner failure={failure} {...(isPassing(failure) ? { onRetry } : {})} />
      )}
    </>
  );
}

/** Whether asking once more, with nothing changed, can go better. */
function isPassing(failure: CallFailure | null): boolean {
  return failure?.code === 'directoryUnavailable' || failure?.code === 'noContact';
}
