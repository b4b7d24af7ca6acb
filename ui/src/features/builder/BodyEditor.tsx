import { memo, type ReactNode } from 'react';
import type { BodyPart, Edit } from '../../bindings';
import { IconButton } from '../../components/Button';
import { Card } from '../../components/Card';
import { Checkbox } from '../../components/Choice';
import { TextField } from '../../components/TextField';
import { t } from '../../i18n/sv';
import { PaletteItem } from '../../reorder/PaletteItem';
import { Reorder } from '../../reorder/Reorder';
import { SortableItem, SortableList } from '../../reorder/SortableList';
import styles from './Editor.module.css';
import { newPart } from './make';
import { MarkupField } from './markup/MarkupField';
import { type FindingText, faultOf, fieldId } from './problems';
import { useFocusAfter } from './useFocusAfter';
import { MoveByKeys } from './useShortcuts';
import { useUndoToast } from './useUndoToast';

export interface BodyEditorProps {
  readonly body: readonly BodyPart[];
  readonly edit: (edit: Edit) => void;
  readonly faults: readonly FindingText[];
}

/** The message's text: fixed paragraphs, and slots for what only the handler knows. */
export const BodyEditor = memo(function BodyEditor({ body, edit, faults }: BodyEditorProps): ReactNode {
  const words = t.builder.message;
  const focusAfter = useFocusAfter();
  const offerBack = useUndoToast(edit);
  const names = body.map((part, at) => words[part.part](at + 1));

  const add = (kind: string, at: number): void => {
    const part = newPart(kind === 'slot' ? 'slot' : 'text');
    edit({ edit: 'addPart', part, at });
    focusAfter(fieldId.part(part.id));
  };
  const remove = (part: BodyPart, at: number): void => {
    edit({ edit: 'removePart', id: part.id });
    offerBack(words.removed(words[part.part](at + 1)), { edit: 'addPart', part, at });
    const neighbour = body[at + 1] ?? body[at - 1];
    focusAfter(neighbour ? fieldId.part(neighbour.id) : fieldId.body);
  };

  const fault = faultOf(faults, fieldId.body);
  return (
    <Card title={words.heading}>
      <p className={styles.lead}>{words.lead}</p>
      <Reorder
        items={body.map((part, at) => ({ id: part.id, name: names[at] ?? '' }))}
        onMove={(id, to) => edit({ edit: 'movePart', id, to })}
        onInsert={add}
      >
        <MoveByKeys />
        <SortableList label={words.list} empty={<p className={styles.nothing}>{words.empty}</p>}>
          {body.map((part, at) => (
            <SortableItem key={part.id} id={part.id} name={names[at] ?? ''}>
              {({ handle, moveButtons }) => (
                <div className={styles.thing} data-thing={part.id}>
                  <div className={styles.thingHead}>
                    {handle}
                    <h3 className={styles.thingName}>{names[at]}</h3>
                    <div className={styles.thingActs}>
                      {moveButtons}
                      <IconButton
                        icon="trash"
                        label={words.remove(names[at] ?? '')}
                        onPress={() => remove(part, at)}
                      />
                    </div>
                  </div>
                  <PartFields part={part} edit={edit} fault={faultOf(faults, fieldId.part(part.id))} />
                </div>
              )}
            </SortableItem>
          ))}
        </SortableList>
        {fault !== undefined && <p className={styles.fault}>{fault}</p>}
        <div className={styles.adding} id={fieldId.body}>
          <PaletteItem kind="text" name={words.addText} />
          <PaletteItem kind="slot" name={words.addSlot} />
        </div>
      </Reorder>
    </Card>
  );
});

interface PartFieldsProps {
  readonly part: BodyPart;
  readonly edit: (edit: Edit) => void;
  readonly fault: string | undefined;
}

const PartFields = memo(function PartFields({ part, edit, fault }: PartFieldsProps): ReactNode {
  const words = t.builder.message;
  if (part.part === 'text') {
    return (
      <MarkupField
        id={fieldId.part(part.id)}
        label={words.textLabel}
        value={part.text}
        onChange={(text) => edit({ edit: 'changePart', part: { ...part, text } })}
        error={fault}
      />
    );
  }
  return (
    <>
      <TextField
        id={fieldId.part(part.id)}
        label={words.slotLabel}
        description={words.slotLabelHelp}
        value={part.label}
        onChange={(label) => edit({ edit: 'changePart', part: { ...part, label } })}
        error={fault}
      />
      <Checkbox
        label={words.slotRequired}
        isSelected={part.required}
        onChange={(required) => edit({ edit: 'changePart', part: { ...part, required } })}
      />
    </>
  );
});
