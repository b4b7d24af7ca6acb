import type { ReactNode } from 'react';
import type { CopyRules, Timestamp } from '../../../bindings';
import { Answered, type Asked } from '../../../components/Answered';
import { HoursChoice } from './HoursChoice';
import { Places } from './Places';

export interface KeepFieldsProps {
  /** As `useKeep` gives it. */
  readonly keep: {
    readonly rules: Asked<CopyRules>;
    readonly offered: readonly string[];
    readonly hours: string | null;
    readonly choose: (hours: string) => void;
  };
  /** Asks for how long. */
  readonly label: string;
  /** The attachment's own deadline, which no copy outlives. */
  readonly expires: Timestamp;
}

/** Where a copy may lie, and for how long. */
export function KeepFields({ keep, label, expires }: KeepFieldsProps): ReactNode {
  return (
    <Answered asked={keep.rules}>
      {(rules) => (
        <>
          <Places rules={rules} />
          <HoursChoice
            label={label}
            offered={keep.offered}
            value={keep.hours}
            onChange={keep.choose}
            expires={expires}
          />
        </>
      )}
    </Answered>
  );
}
