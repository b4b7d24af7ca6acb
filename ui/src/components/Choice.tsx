import type { ReactNode } from 'react';
import {
  Checkbox as AriaCheckbox,
  CheckboxGroup as AriaCheckboxGroup,
  RadioGroup as AriaRadioGroup,
  Switch as AriaSwitch,
  CheckboxButton,
  CheckboxField,
  Radio,
  Text,
} from 'react-aria-components';
import styles from './Choice.module.css';
import { cx } from './cx';
import { FieldHead, FieldProblem, type FieldProps, fieldState, Necessity } from './Field';
import field from './Field.module.css';
import { Icon } from './Icon';

/** One thing to choose. */
export interface Option<K extends string = string> {
  readonly value: K;
  readonly label: ReactNode;
  readonly description?: ReactNode;
  readonly isDisabled?: boolean;
}

export interface RadioGroupProps<K extends string> extends FieldProps {
  readonly options: readonly Option<K>[];
  /** `null` until something is chosen: nothing is chosen for anyone. */
  readonly value: K | null;
  readonly onChange: (value: K) => void;
  /** Side by side, for two or three short words. */
  readonly isRow?: boolean;
}

/** One of several. */
export function RadioGroup<K extends string>(props: RadioGroupProps<K>): ReactNode {
  const { options, value, onChange, isRow } = props;
  const choose = (chosen: string): void => {
    const option = options.find((one) => one.value === chosen);
    if (option) onChange(option.value);
  };
  return (
    <AriaRadioGroup {...fieldState(props)} value={value} onChange={choose} className={cx(field.field)}>
      <FieldHead {...props} />
      <div className={cx(styles.options, isRow && styles.inRow)}>
        {options.map((option) => (
          <Radio
            key={option.value}
            value={option.value}
            isDisabled={option.isDisabled ?? false}
            className={cx(styles.option)}
          >
            <span className={cx(styles.box, styles.round)} aria-hidden="true" />
            <OptionWords {...option} />
          </Radio>
        ))}
      </div>
      <FieldProblem error={props.error} />
    </AriaRadioGroup>
  );
}

export interface CheckboxGroupProps<K extends string> extends FieldProps {
  readonly options: readonly Option<K>[];
  readonly value: readonly K[];
  readonly onChange: (value: K[]) => void;
}

/** Any number of several. */
export function CheckboxGroup<K extends string>(props: CheckboxGroupProps<K>): ReactNode {
  const { options, value, onChange } = props;
  const choose = (chosen: string[]): void =>
    onChange(options.filter((one) => chosen.includes(one.value)).map((one) => one.value));
  return (
    <AriaCheckboxGroup
      {...fieldState(props)}
      value={[...value]}
      onChange={choose}
      className={cx(field.field)}
    >
      <FieldHead {...props} />
      <div className={styles.options}>
        {options.map((option) => (
          <AriaCheckbox
            key={option.value}
            value={option.value}
            isDisabled={option.isDisabled ?? false}
            className={cx(styles.option)}
          >
            <Box />
            <OptionWords {...option} />
          </AriaCheckbox>
        ))}
      </div>
      <FieldProblem error={props.error} />
    </AriaCheckboxGroup>
  );
}

export interface CheckboxProps extends FieldProps {
  readonly isSelected: boolean;
  readonly onChange: (isSelected: boolean) => void;
}

/** One statement to agree to. */
export function Checkbox(props: CheckboxProps): ReactNode {
  const { label, description, error, necessity, isSelected, onChange } = props;
  return (
    <CheckboxField
      {...fieldState(props)}
      isSelected={isSelected}
      onChange={onChange}
      className={cx(field.field)}
    >
      <CheckboxButton className={cx(styles.option)}>
        <Box />
        <span className={styles.words}>
          <span>
            {label}
            <Necessity necessity={necessity} />
          </span>
        </span>
      </CheckboxButton>
      {description !== undefined && (
        <Text slot="description" elementType="div" className={cx(field.description, styles.indented)}>
          {description}
        </Text>
      )}
      <FieldProblem error={error} />
    </CheckboxField>
  );
}

export interface SwitchProps {
  readonly label: ReactNode;
  readonly description?: ReactNode;
  readonly isSelected: boolean;
  readonly onChange: (isSelected: boolean) => void;
  readonly isDisabled?: boolean;
}

/** On or off, at once. What takes effect first when a form is saved is a `Checkbox`. */
export function Switch({ label, description, isSelected, onChange, isDisabled }: SwitchProps): ReactNode {
  return (
    <AriaSwitch
      isSelected={isSelected}
      onChange={onChange}
      isDisabled={isDisabled ?? false}
      className={cx(styles.option)}
    >
      <span className={styles.track} aria-hidden="true">
        <span className={styles.thumb} />
      </span>
      <OptionWords label={label} description={description} />
    </AriaSwitch>
  );
}

function Box(): ReactNode {
  return (
    <span className={styles.box} aria-hidden="true">
      <Icon name="check" size={16} />
    </span>
  );
}

function OptionWords({ label, description }: { label: ReactNode; description?: ReactNode }): ReactNode {
  return (
    <span className={styles.words}>
      <span>{label}</span>
      {description !== undefined && <span className={styles.help}>{description}</span>}
    </span>
  );
}
