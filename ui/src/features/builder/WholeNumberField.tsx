import { type ReactNode, useState } from 'react';
import { TextField, type TextFieldProps } from '../../components/TextField';

export interface WholeNumberFieldProps extends Pick<TextFieldProps, 'id' | 'label'> {
  readonly value: number | undefined;
  /** The number that was typed; nothing when it is none that is allowed. */
  readonly read: (typed: string) => number | null;
  readonly onChange: (value: number) => void;
  /** Said while what is typed is not allowed. */
  readonly fault?: string;
}

/** Only a number that is allowed becomes an edit; leaving the field goes back to the last that was. */
export function WholeNumberField(props: WholeNumberFieldProps): ReactNode {
  const { value, read, onChange, fault, ...field } = props;
  const [typed, setTyped] = useState<string | null>(null);
  const isWrong = typed !== null && read(typed) === null;
  return (
    <TextField
      {...field}
      isNarrow
      inputMode="numeric"
      value={typed ?? String(value ?? '')}
      onChange={(text) => {
        setTyped(text);
        const number = read(text);
        if (number !== null) onChange(number);
      }}
      onBlur={() => setTyped(null)}
      error={isWrong ? fault : undefined}
    />
  );
}
