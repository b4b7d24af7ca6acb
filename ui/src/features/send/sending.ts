import type { SendTime } from '../../bindings';
import { parseDate, parseTime } from '../../i18n/parse';

/** How a message is to be sent: in whose name, and when. What is written of a time is as it stands in the fields. */
export interface Manner {
  readonly signed: boolean;
  readonly isLater: boolean;
  readonly day: string;
  readonly time: string;
}

/** The chosen time as the core takes it; `null` for now, `undefined` when it is not one. */
export function timeOf({ isLater, day, time }: Manner): SendTime | null | undefined {
  if (!isLater) return null;
  const [date, clock] = [parseDate(day), parseTime(time)];
  return date === null || clock === null ? undefined : { day: date, time: `${clock}:00` };
}
