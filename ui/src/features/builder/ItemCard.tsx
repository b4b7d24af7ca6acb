import { memo, type ReactNode, useDeferredValue, useMemo } from 'react';
import type { Item, ItemChange, ItemId } from '../../bindings';
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
import { useFormTools } from './formTools';
import { KindSettings, type SettledItem } from './KindSettings';
import { MoreSettings } from './MoreSettings';
import { MarkupField } from './markup/MarkupField';
import type { Line } from './outline';
import { PictureSettings } from './picture/PictureSettings';
import { type FindingText, faultOf, fieldId } from './problems';
import { SelectBox } from './selection/SelectBox';

export interface ItemCardProps {
  readonly line: Line;
  readonly faults: readonly FindingText[];
  readonly handle: ReactNode;
  readonly moveButtons: ReactNode;
}

/** One question or section, edited where it stands. Of its parts, those are drawn again that are about what was changed. */
export function ItemCard({ line, faults, handle, moveButtons }: ItemCardProps): ReactNode {
  const { item, name } = line;
  const { selection } = useFormTools();
  // The box can be told what it selects a moment later: nobody listens to it while they write.
  const title = useDeferredValue(item.text.trim() && titleOf(item));
  return (
    <div className={styles.thing} data-thing={item.id} data-section={isSection(item) || undefined}>
      <div className={styles.thingHead}>
        {handle}
        <SelectBox selection={selection} id={item.id} name={name} title={title} />
        <h3 className={styles.thingName}>{name}</h3>
        <Badge>{t.builder.form.kinds[item.kind.type]}</Badge>
        <div className={styles.thingActs}>
          {moveButtons}
          <CardActs id={item.id} name={name} />
        </div>
      </div>
      {item.details?.bank && <Coupled line={line} link={item.details.bank} />}
      <ItemFields
        item={item}
        textFault={faultOf(faults, fieldId.item(item.id))}
        settingsFault={faultOf(faults, fieldId.settings(item.id))}
      />
      {item.kind.type !== 'foreign' && (
        <PictureSettings
          item={item.id}
          name={name}
          picture={item.picture}
          fault={faultOf(faults, fieldId.picture(item.id))}
        />
      )}
      <CardCondition line={line} fault={faultOf(faults, fieldId.condition(item.id))} />
    </div>
  );
}

interface CardActsProps {
  readonly id: ItemId;
  readonly name: string;
}

const CardActs = memo(function CardActs({ id, name }: CardActsProps): ReactNode {
  const { moveTo, keep, duplicate, remove } = useFormTools();
  const words = t.builder.form;
  return (
    <>
      <IconButton icon="distribute" label={words.moveTo.actFor(name)} onPress={() => moveTo(id)} />
      <IconButton icon="register" label={t.bank.saveActFor(name)} onPress={() => keep(id)} />
      <IconButton icon="copy" label={words.duplicate(name)} onPress={() => duplicate(id)} />
      <IconButton icon="trash" label={words.remove(name)} onPress={() => remove(id)} />
    </>
  );
});

interface ItemFieldsProps {
  readonly item: Item;
  readonly textFault: string | undefined;
  readonly settingsFault: string | undefined;
}

const ItemFields = memo(function ItemFields({ item, textFault, settingsFault }: ItemFieldsProps): ReactNode {
  const { edit } = useFormTools();
  const words = t.builder.form;
  const { id, kind, details, help, required } = item;
  const { type } = kind;
  const textOf: Partial<Record<typeof type, string>> = words.textOf;
  // A question is known by its text in places that show no marks; information is only read.
  const Written = type === 'information' ? MarkupField : TextField;
  // What is typed in one of them is no news to the others.
  const settled = useMemo<SettledItem>(() => ({ id, kind, details }), [id, kind, details]);
  const isAsked = isQuestion(item);
  const others = useMemo(() => {
    const change = (what: ItemChange): void => edit({ edit: 'changeItem', id, change: what });
    return {
      help: type !== 'information' && type !== 'foreign' && (
        <MarkupField
          label={words.help}
          isShort
          necessity="optional"
          value={help}
          onChange={(changed) => change({ help: changed })}
        />
      ),
      required: (isAsked || type === 'repeatedSection') && (
        <Checkbox
          label={requiredLabel(type)}
          isSelected={required}
          onChange={(changed) => change({ required: changed })}
        />
      ),
    };
  }, [words, edit, id, type, isAsked, help, required]);
  return (
    <>
      <Written
        id={fieldId.item(id)}
        label={textOf[type] ?? words.text}
        value={item.text}
        onChange={(text) => edit({ edit: 'changeItem', id, change: { text } })}
        error={textFault}
      />
      {others.help}
      <KindSettings item={settled} edit={edit} fault={settingsFault} />
      {others.required}
      {isAsked && <MoreSettings item={settled} edit={edit} />}
    </>
  );
});

/** What a tick that it must be answered says. */
export function requiredLabel(type: Item['kind']['type']): string {
  const words = t.builder.form;
  if (type === 'confirmation') return words.mustConfirm;
  return type === 'repeatedSection' ? words.requiredRow : words.required;
}
