import { type ReactNode, useState } from 'react';
import { DateField } from '../../components/TextField';
import { parseDate } from '../../i18n/parse';
import { t } from '../../i18n/sv';
import styles from './purge.module.css';

const words = t.purge;

/** From a moment until another, which is not included. `null` has no end. */
export interface Period {
  readonly from: number | null;
  readonly until: number | null;
}

export const wholePeriod: Period = { from: null, until: null };

/** Two days, the last one included, as a period; `null` when they are not that. Empty fields have no end. */
export function periodOf(first: string, last: string): Period | null {
  const [from, until] = [parseDate(first), parseDate(last)];
  if ((first.trim() !== '' && from === null) || (last.trim() !== '' && until === null)) return null;
  const period = {
    from: from === null ? null : midnight(from, 0),
    until: until === null ? null : midnight(until, 1),
  };
  const isTurned = period.from !== null && period.until !== null && period.from >= period.until;
  return isTurned ? null : period;
}

/** The computer's own midnight that a day (ÅÅÅÅ-MM-DD) begins with, or one some days later. */
function midnight(date: string, later: number): number {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number);
  return new Date(year, month - 1, day + later).getTime();
}

/** The period that receipts and report are about. */
export function PeriodFields({ onChange }: { onChange: (period: Period) => void }): ReactNode {
  const [days, setDays] = useState({ first: '', last: '' });
  const isWrong = periodOf(days.first, days.last) === null;
  const change = (more: Partial<typeof days>): void => {
    const changed = { ...days, ...more };
    setDays(changed);
    const period = periodOf(changed.first, changed.last);
    if (period) onChange(period);
  };
  return (
    <fieldset className={styles.period}>
      <legend>{words.period}</legend>
      <DateField
        label={words.from}
        description={words.periodHelp}
        value={days.first}
        onChange={(first) => change({ first })}
      />
      <DateField
        label={words.until}
        description={words.periodHelp}
        value={days.last}
        onChange={(last) => change({ last })}
        error={isWrong ? words.periodFault : undefined}
      />
    </fieldset>
  );
}
