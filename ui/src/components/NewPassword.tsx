import type { ReactNode } from 'react';
import { t } from '../i18n/sv';
import type { FieldFault } from './ErrorSummary';
import { PasswordField } from './TextField';

/** Characters at least, as the core demands of passwords and passphrases (app/src/password.rs, vault/src/keystore). */
const SHORTEST = 12;

/** A secret being chosen, written twice so that a slip of the finger is found. */
export interface NewSecret {
  readonly secret: string;
  readonly repeated: string;
}

/** Nothing written yet. */
export const noSecret: NewSecret = { secret: '', repeated: '' };

/** What must be righted, for the fields whose ids begin with `id`. */
export function faultsOfSecret({ secret, repeated }: NewSecret, id: string): FieldFault[] {
  // Counted as the core counts: whole characters, not UTF-16 halves.
  if ([...secret].length < SHORTEST) return [{ field: id, text: t.components.newSecret.tooShort(SHORTEST) }];
  if (secret !== repeated) return [{ field: `${id}-repeated`, text: t.components.newSecret.differs }];
  return [];
}

export interface NewSecretFieldsProps {
  /** Begins the ids of both fields. */
  readonly id: string;
  readonly label: string;
  readonly repeatedLabel: string;
  readonly value: NewSecret;
  readonly onChange: (value: NewSecret) => void;
  readonly faults: readonly FieldFault[];
}

/** Both fields of a new password or passphrase. */
export function NewSecretFields(props: NewSecretFieldsProps): ReactNode {
  const { id, label, repeatedLabel, value, onChange, faults } = props;
  const fault = (field: string): string | undefined => faults.find((one) => one.field === field)?.text;
  return (
    <>
      <PasswordField
        id={id}
        label={label}
        description={t.components.newSecret.advice(SHORTEST)}
        autoComplete="new-password"
        value={value.secret}
        onChange={(secret) => onChange({ ...value, secret })}
        error={fault(id)}
      />
      <PasswordField
        id={`${id}-repeated`}
        label={repeatedLabel}
        autoComplete="new-password"
        value={value.repeated}
        onChange={(repeated) => onChange({ ...value, repeated })}
        error={fault(`${id}-repeated`)}
      />
    </>
  );
}
