import type { ReactNode } from 'react';
import {
  Autocomplete,
  Input,
  Label,
  ListBox,
  ListBoxItem,
  SearchField,
  Text,
  useFilter,
} from 'react-aria-components';
import { cx } from './cx';
import field from './Field.module.css';
import { Icon } from './Icon';
import styles from './PickList.module.css';
import { VisuallyHidden } from './VisuallyHidden';

/** One thing to pick. */
export interface Pickable<K extends string> {
  readonly value: K;
  readonly label: string;
  /** What kind it is, after the name. */
  readonly mark?: string;
  /** Stands out among the others, such as a favourite: what that is called. */
  readonly star?: string;
}

export interface PickListProps<K extends string> {
  /** Of the search field. */
  readonly label: string;
  /** What the list is, for those who listen. */
  readonly listLabel: string;
  readonly description?: string;
  /** The id of the search field, to bring focus to. */
  readonly id?: string;
  readonly items: readonly Pickable<K>[];
  readonly onPick: (value: K) => void;
  /** Said when the search leaves nothing. */
  readonly empty: string;
}

/** One of many, found by typing: the arrows go through the list while the field keeps focus, and Enter picks. */
export function PickList<K extends string>(props: PickListProps<K>): ReactNode {
  const { label, listLabel, description, id, items, onPick, empty } = props;
  const { contains } = useFilter({ sensitivity: 'base' });
  return (
    <div className={styles.pick}>
      <Autocomplete filter={contains}>
        <SearchField className={cx(field.field)} {...(id === undefined ? {} : { id })}>
          <Label className={cx(field.label)}>{label}</Label>
          {description !== undefined && (
            <Text slot="description" elementType="div" className={cx(field.description)}>
              {description}
            </Text>
          )}
          <div className={styles.search}>
            <Icon name="search" />
            <Input className={cx(field.input)} autoComplete="off" />
          </div>
        </SearchField>
        <ListBox
          aria-label={listLabel}
          className={cx(styles.list)}
          onAction={(key) => {
            const item = items.find((one) => one.value === key);
            if (item) onPick(item.value);
          }}
          renderEmptyState={() => <p className={styles.empty}>{empty}</p>}
        >
          {items.map((item) => (
            <ListBoxItem
              key={item.value}
              id={item.value}
              textValue={item.mark === undefined ? item.label : `${item.label} ${item.mark}`}
              className={cx(styles.item)}
            >
              {item.star !== undefined && (
                <>
                  <Icon name="starFilled" size={16} />
                  <VisuallyHidden>{item.star}: </VisuallyHidden>
                </>
              )}
              <Text slot="label">{item.label}</Text>
              {item.mark !== undefined && <span className={styles.mark}>{item.mark}</span>}
            </ListBoxItem>
          ))}
        </ListBox>
      </Autocomplete>
    </div>
  );
}
