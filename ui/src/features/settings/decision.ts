import type { RetainedKind, RetentionProposal } from '../../bindings';
import type { FieldFault } from '../../components/ErrorSummary';
import { parseDate } from '../../i18n/parse';
import { t } from '../../i18n/sv';
import { hoursOf } from './settings';

/** A decision while it is being written: what is not understood yet is text. */
export interface Draft {
  readonly name: string;
  readonly kind: RetainedKind;
  readonly hours: string;
  readonly from: string;
  readonly applyToKept: boolean;
}

/** Ids of the fields. */
export const decisionIds = { name: 'decision-name', hours: 'decision-hours', from: 'decision-from' } as const;

/** Nothing is decided for anyone but what it is about. */
export const firstDraft: Draft = { name: '', kind: 'submitted', hours: '', from: '', applyToKept: false };

/** What must be righted. The core checks again. */
export function draftFaults(draft: Draft, mostHours: number): FieldFault[] {
  const words = t.settings.retention.faults;
  const hours = hoursOf(draft.hours);
  const faults: FieldFault[] = [];
  if (draft.name.trim() === '') faults.push({ field: decisionIds.name, text: words.name });
  if (hours === null || hours < 1 || hours > mostHours) {
    faults.push({ field: decisionIds.hours, text: words.hours(mostHours) });
  }
  if (draft.from.trim() !== '' && parseDate(draft.from) === null) {
    faults.push({ field: decisionIds.from, text: words.from });
  }
  return faults;
}

/** What the core is asked about. Only for a draft without faults. */
export function proposalOf({ kind, hours, from, applyToKept }: Draft): RetentionProposal {
  const date = parseDate(from);
  return {
    kind,
    hours: hoursOf(hours) ?? 0,
    validFrom: date === null ? null : startOf(date),
    applyToKept,
  };
}

/** The first moment of a day (ÅÅÅÅ-MM-DD) as the computer reckons days. */
export function startOf(date: string): number {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number);
  return new Date(year, month - 1, day).getTime();
}
