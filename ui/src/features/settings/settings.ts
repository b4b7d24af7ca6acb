import type { SaveUnitSettings, Unit } from '../../bindings';
import type { FieldFault } from '../../components/ErrorSummary';
import { parseNumber } from '../../i18n/parse';
import { t } from '../../i18n/sv';

/** The form as it stands: hours are text until they are understood. */
export interface Shown {
  readonly name: string;
  readonly contact: string;
  readonly attachmentHours: string;
  readonly copyHours: string;
  readonly secureFolder: string;
}

/** What has been written over what is saved. */
export type Changes = Partial<Shown>;

/** Ids of the fields. */
export const ids = {
  name: 'unit-name',
  contact: 'unit-contact',
  attachmentHours: 'attachment-hours',
  copyHours: 'copy-hours',
  secureFolder: 'secure-folder',
} as const;

/** What is saved, with the changes over it. */
export function shownOf(unit: Unit, changes: Changes): Shown {
  return {
    name: unit.name,
    contact: unit.contact,
    attachmentHours: String(unit.retention.attachmentHours),
    copyHours: String(unit.retention.copyHours),
    secureFolder: unit.secureFolder,
    ...changes,
  };
}

/** Whole hours, or `null` when the text is not that. */
export function hoursOf(text: string): number | null {
  const hours = parseNumber(text);
  return hours !== null && Number.isInteger(hours) && hours >= 0 ? hours : null;
}

/** What must be righted. The bounds are the core's (domain/src/retention.rs), which checks again. */
export function faultsOf(shown: Shown): FieldFault[] {
  const faults: FieldFault[] = [];
  const require = (holds: boolean, field: string, text: string): void => {
    if (!holds) faults.push({ field, text });
  };
  const within = (text: string, most: number): boolean => {
    const hours = hoursOf(text);
    return hours !== null && hours >= 1 && hours <= most;
  };
  const words = t.settings.faults;
  require(shown.name.trim() !== '', ids.name, words.name);
  require(shown.contact.trim() !== '', ids.contact, words.contact);
  require(within(shown.attachmentHours, 720), ids.attachmentHours, words.attachmentHours);
  require(within(shown.copyHours, 72), ids.copyHours, words.copyHours);
  require(shown.secureFolder.trim() !== '', ids.secureFolder, words.folder);
  return faults;
}

/** What the core is asked to save. Only for a form without faults. */
export function requestOf({
  name,
  contact,
  attachmentHours,
  copyHours,
  secureFolder,
}: Shown): SaveUnitSettings {
  return {
    name,
    contact,
    retention: { attachmentHours: hoursOf(attachmentHours) ?? 0, copyHours: hoursOf(copyHours) ?? 0 },
    secureFolder,
  };
}
