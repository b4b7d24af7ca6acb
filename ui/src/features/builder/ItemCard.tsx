import { memo, type ReactNode } from 'react';
import type { Edit, Item, ItemChange } from '../../bindings';
import { Badge } from '../../components/Badge';
import { IconButton } from '../../components/Button';
import { Checkbox } from '../../components/Choice';
import { TextField } from '../../components/TextField';
import { t } from '../../i18n/sv';
import { AddCondition, ConditionEditor } from './condition/ConditionEditor';
import styles from './Editor.module.css';
import { KindSettings } from './KindSettings';
import { fieldId } from './problems';

export interface ItemCardProps {
  readonly item: Item;
  readonly name: string;
  readonly handle: ReactNode;
  readonly moveButtons: ReactNode;
  readonly edit: (edit: Edit) => void;
  readonly onDuplicate: (item: Item) => void;
  readonly onRemove: (item: Item) => void;
  readonly textFault: string | undefined;
  readonly settingsFault: string | undefined;
  readonly conditionFault: string | undefined;
  readonly form: readonly Item[];
  /** The last question before it that can be asked for; nothing when there is none. */
  readonly source: Item | undefined;
  readonly focusAfter: (field: string) => void;
}

/** One question, edited where it stands. */
export function ItemCard(props: ItemCardProps): ReactNode {
  const { item, name, handle, moveButtons, edit, onDuplicate, onRemove, textFault, settingsFault } = props;
  const { form, source, conditionFault, focusAfter } = props;
  const words = t.builder.form;
  return (
    <div className={styles.thing} data-thing={item.id}>
      <div className={styles.thingHead}>
        {handle}
        <h3 className={styles.thingName}>{name}</h3>
        <Badge>{words.kinds[item.kind.type]}</Badge>
        <div className={styles.thingActs}>
          {moveButtons}
          <IconButton icon="copy" label={words.duplicate(name)} onPress={() => onDuplicate(item)} />
          <IconButton icon="trash" label={words.remove(name)} onPress={() => onRemove(item)} />
        </div>
      </div>
      <ItemFields item={item} edit={edit} textFault={textFault} settingsFault={settingsFault} />
      {item.shownWhen && (
        <ConditionEditor
          item={item}
          name={name}
          condition={item.shownWhen}
          form={form}
          source={source}
          edit={edit}
          fault={conditionFault}
          focusAfter={focusAfter}
        />
      )}
      {!item.shownWhen && source && (
        <AddCondition item={item.id} name={name} source={source} edit={edit} focusAfter={focusAfter} />
      )}
    </div>
  );
}

type ItemFieldsProps = Pick<ItemCardProps, 'item' | 'edit' | 'textFault' | 'settingsFault'>;

/** Drawn again only when its own question changes, so that typing is quick also in a long form. */
const ItemFields = memo(function ItemFields(props: ItemFieldsProps): ReactNode {
  const { item, edit, textFault, settingsFault } = props;
  const words = t.builder.form;
  const { type } = item.kind;
  const textOf: Partial<Record<typeof type, string>> = words.textOf;
  const change = (what: ItemChange): void => edit({ edit: 'changeItem', id: item.id, change: what });
  return (
    <>
      <TextField
        id={fieldId.item(item.id)}
        label={textOf[type] ?? words.text}
        isMultiline={type === 'information'}
        value={item.text}
        onChange={(text) => change({ text })}
        error={textFault}
      />
      {type !== 'information' && (
        <TextField
          label={words.help}
          necessity="optional"
          value={item.help}
          onChange={(help) => change({ help })}
        />
      )}
      <KindSettings item={item} edit={edit} fault={settingsFault} />
      {type !== 'information' && (
        <Checkbox
          label={type === 'confirmation' ? words.mustConfirm : words.required}
          isSelected={item.required}
          onChange={(required) => change({ required })}
        />
      )}
    </>
  );
});
