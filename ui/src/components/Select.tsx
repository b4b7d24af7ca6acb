import type { ReactNode } from 'react';
import {
  Select as AriaSelect,
  Button,
  ListBox,
  ListBoxItem,
  Popover,
  SelectValue,
  Text,
} from 'react-aria-components';
import { t } from '../i18n/sv';
import type { Option } from './Choice';
import { cx } from './cx';
import { FieldHead, FieldProblem, type FieldProps, fieldState, type LanguageOfWords } from './Field';
import field from './Field.module.css';
import { Icon } from './Icon';
import styles from './Select.module.css';

export interface SelectProps<K extends string> extends FieldProps {
  readonly options: readonly (Option<K> & { readonly label: string; readonly words?: LanguageOfWords })[];
  readonly value: K | null;
  readonly onChange: (value: K) => void;
}

/** One of many. Up to five or so, a `RadioGroup` shows them all. */
export function Select<K extends string>(props: SelectProps<K>): ReactNode {
  const { options, value, onChange } = props;
  return (
    <AriaSelect
      {...fieldState(props)}
      placeholder={t.components.choose}
      value={value}
      onChange={(key) => {
        const option = options.find((one) => one.value === key);
        if (option) onChange(option.value);
      }}
      className={cx(field.field)}
    >
      <FieldHead {...props} />
      <Button className={cx(field.input, styles.trigger)}>
        <SelectValue className={cx(styles.value)}>
          {({ isPlaceholder, defaultChildren, selectedText }) =>
            isPlaceholder ? defaultChildren : selectedText
          }
        </SelectValue>
        <Icon name="chevronDown" />
      </Button>
      <FieldProblem error={props.error} />
      <Popover className={cx(styles.popover)}>
        <ListBox
          className={cx(styles.list)}
          items={options.map((option) => ({ ...option, id: option.value }))}
        >
          {(option) => (
            <ListBoxItem
              textValue={option.label}
              isDisabled={option.isDisabled ?? false}
              className={cx(styles.item)}
            >
              <Icon name="check" size={16} />
              <span className={styles.words}>
                <Text slot="label" {...option.words}>
                  {option.label}
                </Text>
                {option.description !== undefined && (
                  <Text slot="description" className={cx(styles.help)}>
                    {option.description}
                  </Text>
                )}
              </span>
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </AriaSelect>
  );
}
