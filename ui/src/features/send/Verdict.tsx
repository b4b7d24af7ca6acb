import { type ReactNode, useEffect } from 'react';
import type { Guardian, LookedUp, PersonNumber, RecentContact } from '../../bindings';
import { Button, ButtonRow } from '../../components/Button';
import { DefinitionList } from '../../components/DefinitionList';
import { focusField } from '../../components/ErrorSummary';
import { Icon } from '../../components/Icon';
import { ProtectedMark } from '../../components/ProtectedMark';
import { formatDateTime, formatPersonNumber } from '../../i18n/format';
import { t } from '../../i18n/sv';
import styles from './Verdict.module.css';

export interface VerdictProps {
  readonly found: LookedUp;
  /** Where a keyboard goes on when the citizen cannot be reached and there is nothing else to press. */
  readonly wayOut: string;
  readonly onLookUpNew: (number: PersonNumber) => void;
}

const icons = { yes: 'success', reserved: 'observe', no: 'error' } as const;
const newNumber = 'new-number';

/** Whether the citizen can be reached, first in a word and then why and what to do; and who it is. */
export function Verdict({ found, wayOut, onLookUpNew }: VerdictProps): ReactNode {
  const { citizen, unreachable, cautions } = found;
  const words = t.standing;
  const verdict = unreachable !== null ? 'no' : cautions.length > 0 ? 'reserved' : 'yes';
  const next = unreachable === 'numberChanged' ? citizen.standing.newNumber : null;
  const isStuck = unreachable !== null;
  const target = next === null ? wayOut : newNumber;
  useEffect(() => {
    if (isStuck) focusField(target);
  }, [isStuck, target]);
  // What to bear in mind when writing is left out where nothing can be written.
  const reasons =
    unreachable === null
      ? cautions.map((caution) => ({ id: caution, ...words.cautions[caution] }))
      : [{ id: unreachable, ...words.unreachable[unreachable] }];
  return (
    <div className={styles.verdict}>
      <div className={styles.told} data-verdict={verdict}>
        <p className={styles.word}>
          <Icon name={icons[verdict]} size={24} />
          {words.verdict[verdict]}
        </p>
        {reasons.length > 0 && (
          <ul className={styles.reasons}>
            {reasons.map(({ id, title, todo }) => (
              <li key={id}>
                <strong>{title}</strong> {todo}
              </li>
            ))}
          </ul>
        )}
        {next !== null && (
          <ButtonRow>
            <Button id={newNumber} icon="search" onPress={() => onLookUpNew(next)}>
              {t.send.citizen.lookNew(formatPersonNumber(next))}
            </Button>
          </ButtonRow>
        )}
      </div>
      <Who found={found} />
    </div>
  );
}

function Who({ found: { citizen, age, cautions, contact } }: { found: LookedUp }): ReactNode {
  const words = t.send.citizen;
  const { guardians, protection } = citizen.standing;
  return (
    <DefinitionList
      items={[
        {
          term: words.name,
          value: (
            <>
              <strong>{citizen.name}</strong> {protection !== 'none' && <ProtectedMark />}
            </>
          ),
        },
        { term: words.number, value: formatPersonNumber(citizen.number) },
        { term: words.age, value: words.years(age) },
        { term: words.relation, value: citizen.careRelation ?? words.noRelation },
        ...(cautions.includes('child') && guardians.length > 0
          ? [{ term: t.standing.guardians, value: <Guardians of={guardians} /> }]
          : []),
        { term: words.contact, value: <Contact {...contact} /> },
      ]}
    />
  );
}

function Guardians({ of }: { of: readonly Guardian[] }): ReactNode {
  return (
    <ul className={styles.guardians}>
      {of.map(({ name, access }) => (
        <li key={name}>
          <Icon name={access === 'reads' ? 'eye' : 'eyeOff'} size={16} />
          <span>
            {name}: {t.standing.access[access]}
          </span>
        </li>
      ))}
    </ul>
  );
}

function Contact({ last, recent, unread }: RecentContact): ReactNode {
  const words = t.send.citizen;
  if (last === null) return words.never;
  return (
    <>
      <p>{words.last(formatDateTime(last.sent), last.heading, last.senderName)}</p>
      <p>{words.recent(recent, unread)}</p>
    </>
  );
}
