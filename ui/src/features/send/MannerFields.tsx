import type { ReactNode } from 'react';
import type { SenderChoice } from '../../bindings';
import { RadioGroup } from '../../components/Choice';
import { DateField, TimeField } from '../../components/TextField';
import { signatureText } from '../../form/MessageView';
import { parseDate, parseTime } from '../../i18n/parse';
import { t } from '../../i18n/sv';
import styles from './SendPage.module.css';
import type { Manner } from './sending';

export interface MannerFieldsProps {
  readonly choice: SenderChoice;
  readonly manner: Manner;
  readonly onChange: (manner: Manner) => void;
  /** Sending was tried, so that what is missing is said. */
  readonly isTried: boolean;
}

/** In whose name, and when. */
export function MannerFields({ choice, manner, onChange, isTried }: MannerFieldsProps): ReactNode {
  const words = t.send.manner;
  return (
    <div className={styles.manner}>
      <RadioGroup
        label={words.sender}
        description={words.senderHelp}
        isRow
        value={manner.signed ? 'me' : 'unit'}
        onChange={(who) => onChange({ ...manner, signed: who === 'me' })}
        options={[
          { value: 'unit', label: choice.unit },
          { value: 'me', label: signatureText(choice.me) },
        ]}
      />
      <RadioGroup
        label={words.when}
        isRow
        value={manner.isLater ? 'later' : 'now'}
        onChange={(when) => onChange({ ...manner, isLater: when === 'later' })}
        options={[
          { value: 'now', label: words.now },
          { value: 'later', label: words.later },
        ]}
      />
      {manner.isLater && (
        <div className={styles.time}>
          <DateField
            id={dayField}
            label={words.day}
            value={manner.day}
            onChange={(day) => onChange({ ...manner, day })}
            error={isTried && parseDate(manner.day) === null ? words.noDay : undefined}
          />
          <TimeField
            id={timeField}
            label={words.time}
            value={manner.time}
            onChange={(time) => onChange({ ...manner, time })}
            error={isTried && parseTime(manner.time) === null ? words.noTime : undefined}
          />
        </div>
      )}
    </div>
  );
}

export const dayField = 'send-day';
export const timeField = 'send-time';
