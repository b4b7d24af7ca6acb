import { memo, type ReactNode, useMemo } from 'react';
import type { Edit, Item, ItemChange } from '../../bindings';
import { Badge } from '../../components/Badge';
import { IconButton } from '../../components/Button';
import { Checkbox } from '../../components/Choice';
import { TextField } from '../../components/TextField';
import { isQuestion } from '../../form/answers';
import { isSection } from '../../form/tree';
import { t } from '../../i18n/sv';
import { Coupled } from './bank/Coupled';
import { CardCondition } from './condition/CardCondition';
import { titleOf } from './condition/sentence';
import styles from './Editor.module.css';
import { KindSettings, type SettledItem } from './KindSettings';
import { MoreSettings } from './MoreSettings';
import { MarkupField } from './markup/MarkupField';
import type { Line } from './outline';
import { PictureSettings } from './picture/PictureSettings';
import { fieldId } from './problems';
import { SelectBox } from './selection/SelectBox';
import type { Selection } from './selection/selection';

export interface ItemCardProps {
  readonly line: Line;
  readonly handle: ReactNode;
  readonly moveButtons: ReactNode;
  readonly edit: (edit: Edit) => void;
  readonly selection: Selection;
  readonly onDuplicate: (line: Line) => void;
  readonly onRemove: (line: Line) => void;
  readonly onMoveTo: (line: Line) => void;
  readonly onKeep: (line: Line) => void;
  readonly textFault: string | undefined;
  readonly settingsFault: string | undefined;
  readonly conditionFault: string | undefined;
  readonly pictureFault: string | undefined;
  readonly offerBack: (text: string, back: Edit) => void;
  readonly focusAfter: (field: string) => void;
}

/** One question or section, edited where it stands. */
export function ItemCard(props: ItemCardProps): ReactNode {
  const { line, handle, moveButtons, edit, onDuplicate, onRemove, onMoveTo, onKeep } = props;
  const { item, name } = line;
  const words = t.builder.form;
  return (
    <div className={styles.thing} data-thing={item.id} data-section={isSection(item) || undefined}>
      <div className={styles.thingHead}>
        {handle}
        <SelectBox
          selection={props.selection}
          id={item.id}
          name={name}
          title={item.text.trim() && titleOf(item)}
        />
        <h3 className={styles.thingName}>{name}</h3>
        <Badge>{words.kinds[item.kind.type]}</Badge>
        <div className={styles.thingActs}>
          {moveButtons}
          <IconButton icon="distribute" label={words.moveTo.actFor(name)} onPress={() => onMoveTo(line)} />
          <IconButton icon="register" label={t.bank.saveActFor(name)} onPress={() => onKeep(line)} />
          <IconButton icon="copy" label={words.duplicate(name)} onPress={() => onDuplicate(line)} />
          <IconButton icon="trash" label={words.remove(name)} onPress={() => onRemove(line)} />
        </div>
      </div>
      {item.details?.bank && (
        <Coupled line={line} link={item.details.bank} edit={edit} focusAfter={props.focusAfter} />
      )}
      <ItemFields item={item} edit={edit} textFault={props.textFault} settingsFault={props.settingsFault} />
      {item.kind.type !== 'foreign' && (
        <PictureSettings
          item={item.id}
          name={name}
          picture={item.picture}
          edit={edit}
          offerBack={props.offerBack}
          fault={props.pictureFault}
          focusAfter={props.focusAfter}
        />
      )}
      <CardCondition line={line} edit={edit} fault={props.conditionFault} focusAfter={props.focusAfter} />
    </div>
  );
}

type ItemFieldsProps = Pick<ItemCardProps, 'edit' | 'textFault' | 'settingsFault'> & { readonly item: Item };

/** Drawn again only when its own question changes, so that typing is quick also in a long form. */
const ItemFields = memo(function ItemFields(props: ItemFieldsProps): ReactNode {
  const { item, edit, textFault, settingsFault } = props;
  const words = t.builder.form;
  const { id, kind, details } = item;
  const { type } = kind;
  // What is typed is no news to the settings.
  const settled = useMemo<SettledItem>(() => ({ id, kind, details }), [id, kind, details]);
  // A question is known by its text in places that show no marks; information is only read.
  const Written = type === 'information' ? MarkupField : TextField;
  const textOf: Partial<Record<typeof type, string>> = words.textOf;
  const change = (what: ItemChange): void => edit({ edit: 'changeItem', id: item.id, change: what });
  return (
    <>
      <Written
        id={fieldId.item(item.id)}
        label={textOf[type] ?? words.text}
        value={item.text}
        onChange={(text) => change({ text })}
        error={textFault}
      />
      {type !== 'information' && type !== 'foreign' && (
        <MarkupField
          label={words.help}
          isShort
          necessity="optional"
          value={item.help}
          onChange={(help) => change({ help })}
        />
      )}
      <KindSettings item={settled} edit={edit} fault={settingsFault} />
      {(isQuestion(item) || type === 'repeatedSection') && (
        <Checkbox
          label={requiredLabel(type)}
          isSelected={item.required}
          onChange={(required) => change({ required })}
        />
      )}
      {isQuestion(item) && <MoreSettings item={settled} edit={edit} />}
    </>
  );
});

/** What a tick that it must be answered says. */
export function requiredLabel(type: Item['kind']['type']): string {
  const words = t.builder.form;
  if (type === 'confirmation') return words.mustConfirm;
  return type === 'repeatedSection' ? words.requiredRow : words.required;
}
