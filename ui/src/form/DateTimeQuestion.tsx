import type { ReactNode } from 'react';
import type { Answer } from '../bindings';
import type { FieldProps } from '../components/Field';
import { DateField, TimeField } from '../components/TextField';
import { t } from '../i18n/sv';
import { FieldGroup } from './FieldGroup';
import styles from './Form.module.css';

export interface DateTimeQuestionProps {
  readonly shared: FieldProps;
  readonly answer: Answer | undefined;
  readonly onAnswer: (answer: Answer | null) => void;
}

/** *Datum och klockslag*: two fields that are one answer. */
export function DateTimeQuestion({ shared, answer, onAnswer }: DateTimeQuestionProps): ReactNode {
  const value = answer?.type === 'dateTime' ? answer.value : { date: '', time: '' };
  const change = (part: Partial<typeof value>): void => {
    const next = { ...value, ...part };
    onAnswer(next.date === '' && next.time === '' ? null : { type: 'dateTime', value: next });
  };
  return (
    <FieldGroup shared={shared}>
      <div className={styles.beside}>
        <DateField label={t.form.date} value={value.date} onChange={(date) => change({ date })} />
        <TimeField label={t.form.time} value={value.time} onChange={(time) => change({ time })} />
      </div>
    </FieldGroup>
  );
}
