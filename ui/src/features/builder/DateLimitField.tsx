import type { ReactNode } from 'react';
import type { DateLimit } from '../../bindings';
import { Select } from '../../components/Select';
import { DateField } from '../../components/TextField';
import { withSmall } from '../../i18n/format';
import { t } from '../../i18n/sv';
import styles from './Editor.module.css';
import { WholeNumberField } from './WholeNumberField';

export interface DateLimitFieldProps {
  readonly label: string;
  readonly limit: DateLimit | undefined;
  readonly onChange: (limit: DateLimit | undefined) => void;
}

type Way = 'none' | 'today' | 'before' | 'after' | 'day';

/** The first or the last day allowed: a day, or one that moves with the day of the answer. */
export function DateLimitField({ label, limit, onChange }: DateLimitFieldProps): ReactNode {
  const words = t.builder.form.dateLimits;
  const way = wayOf(limit);
  const ways: readonly Way[] = ['none', 'today', 'before', 'after', 'day'];
  return (
    <div className={styles.more}>
      <Select
        label={label}
        options={ways.map((value) => ({ value, label: words[value] }))}
        value={way}
        onChange={(chosen) => onChange(limitBy(chosen))}
      />
      {limit?.limit === 'day' && (
        <DateField
          label={`${label}: ${withSmall(words.date)}`}
          value={limit.date}
          onChange={(date) => onChange({ limit: 'day', date })}
        />
      )}
      {limit?.limit === 'fromToday' && way !== 'today' && (
        <WholeNumberField
          label={`${label}: ${withSmall(words.days)}`}
          value={Math.abs(limit.days)}
          read={(typed) => (/^[1-9]\d{0,4}$/.test(typed.trim()) ? Number(typed) : null)}
          onChange={(days) => onChange({ limit: 'fromToday', days: way === 'before' ? -days : days })}
        />
      )}
    </div>
  );
}

function wayOf(limit: DateLimit | undefined): Way {
  if (!limit) return 'none';
  if (limit.limit === 'day') return 'day';
  if (limit.days === 0) return 'today';
  return limit.days < 0 ? 'before' : 'after';
}

function limitBy(way: Way): DateLimit | undefined {
  switch (way) {
    case 'none':
      return undefined;
    case 'today':
      return { limit: 'fromToday', days: 0 };
    case 'before':
      return { limit: 'fromToday', days: -30 };
    case 'after':
      return { limit: 'fromToday', days: 30 };
    case 'day':
      return { limit: 'day', date: '' };
  }
}
