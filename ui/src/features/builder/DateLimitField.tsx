import { type ReactNode, useState } from 'react';
import type { DateLimit } from '../../bindings';
import { Select } from '../../components/Select';
import { DateField, TextField } from '../../components/TextField';
import { t } from '../../i18n/sv';
import styles from './Editor.module.css';

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
          label={`${label}: ${words.date.toLocaleLowerCase('sv')}`}
          value={limit.date}
          onChange={(date) => onChange({ limit: 'day', date })}
        />
      )}
      {limit?.limit === 'fromToday' && way !== 'today' && (
        <DaysField
          label={`${label}: ${words.days.toLocaleLowerCase('sv')}`}
          days={Math.abs(limit.days)}
          onChange={(days) => onChange({ limit: 'fromToday', days: way === 'before' ? -days : days })}
        />
      )}
    </div>
  );
}

interface DaysFieldProps {
  readonly label: string;
  readonly days: number;
  readonly onChange: (days: number) => void;
}

/** Only days that are allowed become an edit; leaving the field goes back to the last that were. */
function DaysField({ label, days, onChange }: DaysFieldProps): ReactNode {
  const [typed, setTyped] = useState<string | null>(null);
  return (
    <TextField
      label={label}
      isNarrow
      inputMode="numeric"
      value={typed ?? String(days)}
      onChange={(text) => {
        setTyped(text);
        if (/^[1-9]\d{0,4}$/.test(text.trim())) onChange(Number(text));
      }}
      onBlur={() => setTyped(null)}
    />
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
