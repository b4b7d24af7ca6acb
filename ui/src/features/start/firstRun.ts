import type { SetUpUnit } from '../../bindings';
import type { FieldFault } from '../../components/ErrorSummary';
import { faultsOfSecret, type NewSecret, noSecret } from '../../components/NewPassword';
import { t } from '../../i18n/sv';
import type { CallFailure } from '../../platform';
import { hsaIdProblem } from './hsaId';

/** The assistant's steps, in order. */
export const steps = ['unit', 'person', 'summary'] as const;
export type Step = (typeof steps)[number];

/** What has been written so far. */
export interface Written {
  readonly unitName: string;
  readonly hsaId: string;
  readonly contact: string;
  readonly personName: string;
  readonly title: string;
  readonly username: string;
  readonly secret: NewSecret;
}

/** Nothing yet. */
export const nothingWritten: Written = {
  unitName: '',
  hsaId: '',
  contact: '',
  personName: '',
  title: '',
  username: '',
  secret: noSecret,
};

/** Ids of the fields, as `ErrorSummary` links to them. */
export const ids = {
  unitName: 'unit-name',
  hsaId: 'unit-hsa-id',
  contact: 'unit-contact',
  personName: 'person-name',
  title: 'person-title',
  username: 'person-username',
  secret: 'person-password',
} as const;

/** What must be righted before a step can be left. */
export function faultsOf(step: Step, written: Written): FieldFault[] {
  const words = t.start.firstRun;
  const missing = (text: string, field: string, fault: string): FieldFault[] =>
    text.trim() === '' ? [{ field, text: fault }] : [];
  switch (step) {
    case 'unit': {
      const problem = hsaIdProblem(written.hsaId);
      return [
        ...missing(written.unitName, ids.unitName, words.unit.nameMissing),
        ...(problem === null ? [] : [{ field: ids.hsaId, text: words.hsaIdProblem[problem] }]),
        ...missing(written.contact, ids.contact, words.unit.contactMissing),
      ];
    }
    case 'person':
      return [
        ...missing(written.personName, ids.personName, words.person.nameMissing),
        ...missing(written.username, ids.username, words.person.usernameMissing),
        ...faultsOfSecret(written.secret, ids.secret),
      ];
    case 'summary':
      return [];
  }
}

/** What the core is asked to create. */
export function requestOf({ secret, ...written }: Written): SetUpUnit {
  return { ...written, password: secret.secret };
}

/** The step where what the core refused can be righted; `null` when it is not about anything written. */
export function stepOf(failure: CallFailure): Step | null {
  switch (failure.code) {
    case 'invalidHsaId':
      return 'unit';
    case 'passwordTooShort':
    case 'usernameTaken':
      return 'person';
    case 'fieldMissing':
      return failure.field === 'unitName' || failure.field === 'contact' ? 'unit' : 'person';
    default:
      return null;
  }
}
