import type { ReactNode } from 'react';
import type { Timestamp } from '../../../bindings';
import { RadioGroup } from '../../../components/Choice';
import { useNow } from '../../../components/useNow';
import { formatDateTimeBriefly } from '../../../i18n/format';
import { t } from '../../../i18n/sv';
import { HOUR } from './hours';

export interface HoursChoiceProps {
  readonly label: string;
  readonly offered: readonly string[];
  readonly value: string | null;
  readonly onChange: (hours: string) => void;
  /** The attachment's own deadline, which no copy outlives. */
  readonly expires: Timestamp;
}

/** For how long, with the moment at which it ends. */
export function HoursChoice({ label, offered, value, onChange, expires }: HoursChoiceProps): ReactNode {
  const now = useNow();
  const words = t.cases.copy;
  return (
    <RadioGroup
      label={label}
      value={value}
      onChange={onChange}
      options={offered.map((hours) => ({
        value: hours,
        label: words.forHours(Number(hours)),
        description: words.until(formatDateTimeBriefly(Math.min(now + Number(hours) * HOUR, expires), now)),
      }))}
    />
  );
}
