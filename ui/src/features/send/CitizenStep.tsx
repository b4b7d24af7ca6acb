import { type ReactNode, useEffect, useState } from 'react';
import { Form } from 'react-aria-components';
import type { LookedUp } from '../../bindings';
import { Banner } from '../../components/Banner';
import { Button } from '../../components/Button';
import { Card } from '../../components/Card';
import { DefinitionList } from '../../components/DefinitionList';
import { focusField } from '../../components/ErrorSummary';
import { FailureBanner } from '../../components/FailureBanner';
import { TextField } from '../../components/TextField';
import { formatPersonNumber } from '../../i18n/format';
import { t } from '../../i18n/sv';
import type { CallFailure } from '../../platform';
import styles from './SendPage.module.css';

export interface CitizenStepProps {
  readonly citizen: LookedUp | null;
  readonly isLookingUp: boolean;
  readonly failure: CallFailure | null;
  readonly onLookUp: (number: string) => void;
  readonly onChange: () => void;
}

const field = 'person-number';

/** To whom: *Hämta*, and the verdict before a word is written. */
export function CitizenStep(props: CitizenStepProps): ReactNode {
  const { citizen, onChange } = props;
  const words = t.send.citizen;
  return (
    <Card
      title={words.heading}
      actions={
        citizen && (
          <Button size="small" tone="quiet" onPress={onChange}>
            {words.change}
          </Button>
        )
      }
    >
      {!citizen && <LookUp {...props} />}
      <div role="status" className={styles.status}>
        {citizen && <Verdict {...citizen} />}
      </div>
    </Card>
  );
}

function LookUp({ isLookingUp, failure, onLookUp }: CitizenStepProps): ReactNode {
  const words = t.send.citizen;
  const [number, setNumber] = useState('');
  const problem = failure?.code === 'invalidPersonNumber' ? failure.problem : undefined;
  useEffect(() => {
    if (failure) focusField(field);
  }, [failure]);
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
      {problem === undefined && <FailureBanner failure={failure} />}
    </>
  );
}

function Verdict({ citizen, age, unreachable }: LookedUp): ReactNode {
  const words = t.send.citizen;
  return (
    <div className={styles.verdict}>
      <DefinitionList
        items={[
          { term: words.name, value: <strong>{citizen.name}</strong> },
          { term: words.number, value: formatPersonNumber(citizen.number) },
          { term: words.age, value: words.years(age) },
          { term: words.relation, value: citizen.careRelation ?? words.noRelation },
        ]}
      />
      {unreachable && (
        <Banner tone="observe" title={words.unreachable[unreachable].title}>
          <p>{words.unreachable[unreachable].todo}</p>
        </Banner>
      )}
    </div>
  );
}
