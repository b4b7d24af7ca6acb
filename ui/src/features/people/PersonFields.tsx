import type { ReactNode } from 'react';
import type { Role } from '../../bindings';
import { CheckboxGroup } from '../../components/Choice';
import type { FieldFault } from '../../components/ErrorSummary';
import { TextField } from '../../components/TextField';
import { t } from '../../i18n/sv';

const words = t.people;

/** What is told of a person. */
export interface Particulars {
  readonly name: string;
  readonly title: string;
  readonly roles: readonly Role[];
}

/** Ids of the fields. */
export const ids = { name: 'person-name', username: 'person-username', roles: 'person-roles' } as const;

/** What must be righted. */
export function faultsOf({ name, roles }: Particulars): FieldFault[] {
  return [
    ...(name.trim() === '' ? [{ field: ids.name, text: words.faults.name }] : []),
    ...(roles.length === 0 ? [{ field: ids.roles, text: words.faults.roles }] : []),
  ];
}

/** The text of a field's fault, if it has one. */
export function faultOf(faults: readonly FieldFault[], field: string): string | undefined {
  return faults.find((fault) => fault.field === field)?.text;
}

export interface PersonFieldsProps {
  readonly value: Particulars;
  readonly onChange: (value: Particulars) => void;
  readonly faults: readonly FieldFault[];
  /** Between the title and the roles. */
  readonly children?: ReactNode;
}

/** Name, title and roles. */
export function PersonFields({ value, onChange, faults, children }: PersonFieldsProps): ReactNode {
  return (
    <>
      <TextField
        id={ids.name}
        label={words.fields.name}
        value={value.name}
        onChange={(name) => onChange({ ...value, name })}
        spellCheck={false}
        error={faultOf(faults, ids.name)}
      />
      <TextField
        id="person-title"
        label={words.fields.title}
        description={words.fields.titleHelp}
        necessity="optional"
        value={value.title}
        onChange={(title) => onChange({ ...value, title })}
      />
      {children}
      <CheckboxGroup<Role>
        id={ids.roles}
        label={words.fields.roles}
        options={[
          {
            value: 'handler',
            label: t.roles.handlerFormerly,
            description: words.roleHelp.handler,
          },
          {
            value: 'administrator',
            label: t.roles.administrator,
            description: words.roleHelp.administrator,
          },
          {
            value: 'manager',
            label: t.roles.manager,
            description: words.roleHelp.manager,
          },
        ]}
        value={value.roles}
        onChange={(roles) => onChange({ ...value, roles })}
        error={faultOf(faults, ids.roles)}
      />
    </>
  );
}
