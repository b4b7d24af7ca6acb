import type { ReactNode } from 'react';
import { Button } from '../../components/Button';
import { Card } from '../../components/Card';
import { DefinitionList } from '../../components/DefinitionList';
import type { FieldFault } from '../../components/ErrorSummary';
import { NewSecretFields } from '../../components/NewPassword';
import { TextField } from '../../components/TextField';
import { t } from '../../i18n/sv';
import { ids, type Step, type Written } from './firstRun';

const words = t.start.firstRun;

interface StepProps {
  readonly written: Written;
  readonly onWrite: (written: Written) => void;
  readonly faults: readonly FieldFault[];
}

function faultOf(faults: readonly FieldFault[], field: string): string | undefined {
  return faults.find((fault) => fault.field === field)?.text;
}

/** Who the unit is. */
export function UnitStep({ written, onWrite, faults }: StepProps): ReactNode {
  return (
    <>
      <TextField
        id={ids.unitName}
        label={words.unit.name}
        description={words.unit.nameHelp}
        value={written.unitName}
        onChange={(unitName) => onWrite({ ...written, unitName })}
        error={faultOf(faults, ids.unitName)}
      />
      <TextField
        id={ids.hsaId}
        label={words.unit.hsaId}
        description={words.unit.hsaIdHelp}
        value={written.hsaId}
        onChange={(hsaId) => onWrite({ ...written, hsaId })}
        spellCheck={false}
        error={faultOf(faults, ids.hsaId)}
      />
      <TextField
        id={ids.contact}
        label={words.unit.contact}
        description={words.unit.contactHelp}
        value={written.contact}
        onChange={(contact) => onWrite({ ...written, contact })}
        isMultiline
        error={faultOf(faults, ids.contact)}
      />
    </>
  );
}

/** The first account. */
export function PersonStep({ written, onWrite, faults }: StepProps): ReactNode {
  return (
    <>
      <TextField
        id={ids.personName}
        label={words.person.name}
        value={written.personName}
        onChange={(personName) => onWrite({ ...written, personName })}
        spellCheck={false}
        error={faultOf(faults, ids.personName)}
      />
      <TextField
        id={ids.title}
        label={words.person.jobTitle}
        description={words.person.jobTitleHelp}
        necessity="optional"
        value={written.title}
        onChange={(title) => onWrite({ ...written, title })}
      />
      <TextField
        id={ids.username}
        label={words.person.username}
        description={words.person.usernameHelp}
        value={written.username}
        onChange={(username) => onWrite({ ...written, username })}
        autoComplete="username"
        spellCheck={false}
        error={faultOf(faults, ids.username)}
      />
      <NewSecretFields
        id={ids.secret}
        label={words.person.password}
        repeatedLabel={words.person.repeated}
        value={written.secret}
        onChange={(secret) => onWrite({ ...written, secret })}
        faults={faults}
      />
    </>
  );
}

/** All of it, to read through before it is created. */
export function SummaryStep({
  written,
  onChange,
}: {
  written: Written;
  onChange: (step: Step) => void;
}): ReactNode {
  const change = (step: Step, name: string): ReactNode => (
    <Button size="small" tone="quiet" icon="edit" aria-label={name} onPress={() => onChange(step)}>
      {words.summary.change}
    </Button>
  );
  return (
    <>
      <Card title={words.summary.unit} actions={change('unit', words.summary.changeUnit)}>
        <DefinitionList
          items={[
            { term: words.unit.name, value: written.unitName.trim() },
            { term: words.unit.hsaId, value: written.hsaId.trim().toUpperCase() },
            { term: words.unit.contact, value: written.contact.trim() },
          ]}
        />
      </Card>
      <Card title={words.summary.person} actions={change('person', words.summary.changePerson)}>
        <DefinitionList
          items={[
            { term: words.person.name, value: written.personName.trim() },
            { term: words.person.jobTitle, value: written.title.trim() || words.summary.notGiven },
            { term: words.person.username, value: written.username.trim() },
            { term: words.person.password, value: words.summary.passwordChosen },
          ]}
        />
      </Card>
      <p>{words.summary.next}</p>
    </>
  );
}
