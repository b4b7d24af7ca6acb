import type { SaveUnitSettings, Unit } from '../../bindings';
import type { FieldFault } from '../../components/ErrorSummary';
import { parseNumber } from '../../i18n/parse';
import { t } from '../../i18n/sv';

/** The form as it stands. */
export interface Shown {
  readonly name: string;
  readonly contact: string;
  readonly secureFolder: string;
  readonly approval: boolean;
}

/** What has been written over what is saved. */
export type Changes = Partial<Shown>;

/** Ids of the fields. */
export const ids = {
  name: 'unit-name',
  contact: 'unit-contact',
  secureFolder: 'secure-folder',
} as const;

/** What is saved, with the changes over it. */
export function shownOf(unit: Unit, changes: Changes): Shown {
  return {
    name: unit.name,
    contact: unit.contact,
    secureFolder: unit.secureFolder,
    approval: unit.approval,
    ...changes,
  };
}

/** Whole hours, or `null` when the text is not that. */
export function hoursOf(text: string): number | null {
  const hours = parseNumber(text);
  return hours !== null && Number.isInteger(hours) && hours >= 0 ? hours : null;
}

/** What must be righted. The core checks again. */
export function faultsOf(shown: Shown): FieldFault[] {
  const faults: FieldFault[] = [];
  const require = (holds: boolean, field: string, text: string): void => {
    if (!holds) faults.push({ field, text });
  };
  const words = t.settings.faults;
  require(shown.name.trim() !== '', ids.name, words.name);
  require(shown.contact.trim() !== '', ids.contact, words.contact);
  require(shown.secureFolder.trim() !== '', ids.secureFolder, words.folder);
  return faults;
}

/** What the core is asked to save. Only for a form without faults. */
export function requestOf({ name, contact, secureFolder, approval }: Shown): SaveUnitSettings {
  return { name, contact, secureFolder, approval };
}
