import { type ReactNode, type Ref, useState } from 'react';
import { TextField as AriaTextField, Input, TextArea, type TextAreaProps } from 'react-aria-components';
import { parseDate, parseNumber, parseTime } from '../i18n/parse';
import { t } from '../i18n/sv';
import { Button } from './Button';
import { cx } from './cx';
import { FieldHead, FieldProblem, type FieldProps, fieldState, type LanguageOfWords } from './Field';
import styles from './Field.module.css';

export interface TextFieldProps extends FieldProps {
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly onBlur?: () => void;
  readonly isMultiline?: boolean;
  /** What else a field of several lines does. */
  readonly area?: Pick<TextAreaProps, 'onKeyDown' | 'onPaste' | 'rows'> & {
    readonly ref?: Ref<HTMLTextAreaElement>;
  };
  /** Shows how many characters are left. Never cuts: what is too long is said, not lost. */
  readonly maxLength?: number;
  readonly isReadOnly?: boolean;
  readonly autoComplete?: string;
  readonly inputMode?: 'text' | 'numeric' | 'decimal' | 'email' | 'tel' | 'search';
  readonly name?: string;
  readonly spellCheck?: boolean;
  /** For what is written in few characters: dates, numbers, codes. */
  readonly isNarrow?: boolean;
  /** What stands after the field, such as a unit of measure. Read with the label if it matters. */
  readonly after?: ReactNode;
  /** What language is written in it, when that is another than the page's. */
  readonly words?: LanguageOfWords;
}

/** Text on one line or several. */
export function TextField(props: TextFieldProps): ReactNode {
  const { value, onChange, onBlur, isMultiline, maxLength, isNarrow, after, area, words } = props;
  const inputClass = cx(styles.input, isMultiline && styles.multiline);
  const control = isMultiline ? (
    <TextArea rows={4} {...area} {...words} className={inputClass} />
  ) : (
    <Input {...words} className={inputClass} />
  );
  return (
    <AriaTextField
      {...fieldState(props)}
      {...inputAttributes(props)}
      value={value}
      onChange={onChange}
      {...(onBlur ? { onBlur } : {})}
      className={cx(styles.field, isNarrow && styles.narrow)}
    >
      <FieldHead {...props} />
      {after === undefined ? (
        control
      ) : (
        <div className={styles.unit}>
          {control}
          <span>{after}</span>
        </div>
      )}
      {maxLength !== undefined && <Counter left={maxLength - [...value].length} />}
      <FieldProblem error={props.error} />
    </AriaTextField>
  );
}

function inputAttributes({ isReadOnly, autoComplete, inputMode, name, spellCheck }: TextFieldProps): {
  isReadOnly: boolean;
  autoComplete: string;
  inputMode?: NonNullable<TextFieldProps['inputMode']>;
  name?: string;
  spellCheck?: 'true' | 'false';
} {
  return {
    isReadOnly: isReadOnly ?? false,
    // The browser must not remember what staff or citizens write, unless a field says that it may.
    autoComplete: autoComplete ?? 'off',
    ...(inputMode ? { inputMode } : {}),
    ...(name ? { name } : {}),
    ...(spellCheck === undefined ? {} : { spellCheck: spellCheck ? 'true' : 'false' }),
  };
}

/** Speaks only near the end and beyond it, so that typing is not interrupted. */
function Counter({ left }: { left: number }): ReactNode {
  const words = t.components.charactersLeft(left);
  return (
    <div className={styles.counter} data-over={left < 0 || undefined}>
      <span aria-live={left <= 20 ? 'polite' : 'off'}>{words}</span>
    </div>
  );
}

type WrittenProps = Omit<
  TextFieldProps,
  'isMultiline' | 'area' | 'maxLength' | 'inputMode' | 'isNarrow' | 'spellCheck'
>;

/**
 * A number as text, with comma or point. The value is what stands in the field; `parseNumber` reads it. On leaving, what is
 * understood is written with a comma.
 */
export function NumberField(props: WrittenProps): ReactNode {
  const tidy = (): void => {
    const number = parseNumber(props.value);
    if (number !== null) props.onChange(String(number).replace('.', ','));
    props.onBlur?.();
  };
  return <TextField {...props} onBlur={tidy} inputMode="decimal" isNarrow spellCheck={false} />;
}

/**
 * A date as text. The value is what stands in the field; `parseDate` reads it. On leaving, what is understood is written
 * ÅÅÅÅ-MM-DD. No calendar: most dates here are known by heart, and typing is the same for everyone.
 */
export function DateField(props: WrittenProps): ReactNode {
  const tidy = (): void => {
    const date = parseDate(props.value);
    if (date !== null) props.onChange(date);
    props.onBlur?.();
  };
  return (
    <TextField
      {...props}
      description={props.description ?? t.components.datePattern}
      onBlur={tidy}
      isNarrow
      spellCheck={false}
    />
  );
}

/** A time as text. The value is what stands in the field; `parseTime` reads it. On leaving, what is understood is written HH:MM. */
export function TimeField(props: WrittenProps): ReactNode {
  const tidy = (): void => {
    const time = parseTime(props.value);
    if (time !== null) props.onChange(time);
    props.onBlur?.();
  };
  return (
    <TextField
      {...props}
      description={props.description ?? t.components.timePattern}
      onBlur={tidy}
      isNarrow
      spellCheck={false}
    />
  );
}

export interface PasswordFieldProps extends FieldProps {
  readonly value: string;
  readonly onChange: (value: string) => void;
  /** `off` for a secret that is nobody's account, such as a file's. */
  readonly autoComplete: 'current-password' | 'new-password' | 'off';
}

/** A secret, which its owner may look at while typing. */
export function PasswordField(props: PasswordFieldProps): ReactNode {
  const [isShown, setShown] = useState(false);
  return (
    <AriaTextField
      {...fieldState(props)}
      value={props.value}
      onChange={props.onChange}
      type={isShown ? 'text' : 'password'}
      autoComplete={props.autoComplete}
      spellCheck="false"
      className={cx(styles.field)}
    >
      <FieldHead {...props} />
      <div className={styles.withButton}>
        <Input className={cx(styles.input)} />
        <Button
          onPress={() => setShown(!isShown)}
          icon={isShown ? 'eyeOff' : 'eye'}
          aria-label={isShown ? t.components.hidePassword : t.components.showPassword}
        >
          {isShown ? t.components.hide : t.components.show}
        </Button>
      </div>
      <FieldProblem error={props.error} />
    </AriaTextField>
  );
}
