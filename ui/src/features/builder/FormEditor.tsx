import { type ReactNode, useCallback, useRef, useState } from 'react';
import type { Edit, Item } from '../../bindings';
import { Card } from '../../components/Card';
import { Kbd } from '../../components/Kbd';
import { t } from '../../i18n/sv';
import { PaletteItem } from '../../reorder/PaletteItem';
import { Reorder } from '../../reorder/Reorder';
import { SortableItem, SortableList } from '../../reorder/SortableList';
import { DependentsDialog } from './condition/DependentsDialog';
import { dependentsOf, isSource } from './condition/rules';
import styles from './Editor.module.css';
import { ItemCard } from './ItemCard';
import { copyOf, kinds, newItem } from './make';
import { faultOf, fieldId, type ProblemText } from './problems';
import { useFocusAfter } from './useFocusAfter';
import { MoveByKeys } from './useShortcuts';
import { useUndoToast } from './useUndoToast';

export interface FormEditorProps {
  readonly form: readonly Item[];
  readonly edit: (edit: Edit) => void;
  readonly faults: readonly ProblemText[];
}

/** The form: a palette, and the questions in their order. */
export function FormEditor({ form, edit, faults }: FormEditorProps): ReactNode {
  const words = t.builder.form;
  const focusAfter = useFocusAfter();
  const offerBack = useUndoToast(edit);
  const latest = useRef(form);
  latest.current = form;

  const add = (kind: string, at: number): void => {
    const type = kinds.find((one) => one === kind);
    if (!type) return;
    const item = newItem(type);
    edit({ edit: 'addItem', item, at });
    focusAfter(fieldId.item(item.id));
  };
  const duplicate = useCallback(
    (item: Item) => {
      const copy = copyOf(item);
      edit({ edit: 'addItem', item: copy, at: latest.current.indexOf(item) + 1 });
      focusAfter(fieldId.item(copy.id));
    },
    [edit, focusAfter],
  );
  const [asking, setAsking] = useState<{ readonly item: Item; readonly name: string } | null>(null);
  const remove = useCallback(
    (item: Item) => {
      if (dependentsOf(latest.current, item.id).length > 0) {
        setAsking({ item, name: nameOf(item, latest.current.indexOf(item)) });
        return;
      }
      const at = latest.current.indexOf(item);
      const neighbour = latest.current[at + 1] ?? latest.current[at - 1];
      edit({ edit: 'removeItem', id: item.id });
      offerBack(t.builder.form.removed(nameOf(item, at)), { edit: 'addItem', item, at });
      focusAfter(neighbour ? fieldId.item(neighbour.id) : fieldId.form);
    },
    [edit, focusAfter, offerBack],
  );

  const fault = faultOf(faults, fieldId.form);
  const sources = sourcesBefore(form);
  return (
    <Card title={words.heading} actions={<Shortcuts />}>
      <Reorder
        items={form.map((item, at) => ({ id: item.id, name: nameOf(item, at) }))}
        onMove={(id, to) => edit({ edit: 'moveItem', id, to })}
        onInsert={add}
      >
        <MoveByKeys />
        <div className={styles.palette} id={fieldId.form}>
          <p className={styles.paletteHead}>
            <span className={styles.label}>{words.palette}</span>
            <span className={styles.help}>{words.paletteHelp}</span>
          </p>
          <ul className={styles.paletteKinds} aria-label={words.palette}>
            {kinds.map((kind) => (
              <li key={kind}>
                <PaletteItem kind={kind} name={words.kinds[kind]} />
              </li>
            ))}
          </ul>
        </div>
        {fault !== undefined && <p className={styles.fault}>{fault}</p>}
        <SortableList label={words.list} empty={<p className={styles.nothing}>{words.empty}</p>}>
          {form.map((item, at) => (
            <SortableItem key={item.id} id={item.id}>
              {({ handle, moveButtons }) => (
                <ItemCard
                  item={item}
                  name={nameOf(item, at)}
                  handle={handle}
                  moveButtons={moveButtons}
                  edit={edit}
                  onDuplicate={duplicate}
                  onRemove={remove}
                  textFault={faultOf(faults, fieldId.item(item.id))}
                  settingsFault={faultOf(faults, fieldId.settings(item.id))}
                  conditionFault={faultOf(faults, fieldId.condition(item.id))}
                  form={form}
                  source={sources[at]}
                  focusAfter={focusAfter}
                />
              )}
            </SortableItem>
          ))}
        </SortableList>
      </Reorder>
      <DependentsDialog
        item={asking?.item ?? null}
        name={asking?.name ?? ''}
        form={form}
        edit={edit}
        onClose={() => setAsking(null)}
      />
    </Card>
  );
}

/** "Fråga 2", as the screen counts from the top, and as it is said when moved. */
function nameOf(item: Item, at: number): string {
  const words = t.builder.form;
  return item.kind.type === 'information' ? words.information(at + 1) : words.item(at + 1);
}

/** For each item the last one before it that others can be shown by. */
function sourcesBefore(form: readonly Item[]): (Item | undefined)[] {
  let last: Item | undefined;
  return form.map((item) => {
    const before = last;
    if (isSource(item)) last = item;
    return before;
  });
}

function Shortcuts(): ReactNode {
  const { keys, names } = t.builder.form;
  return (
    <p className={styles.shortcuts}>
      <span>
        {keys.move} <Kbd keys={[names.alt, names.upDown]} />
      </span>
      <span>
        {keys.undo} <Kbd keys={[names.ctrl, 'Z']} />
      </span>
      <span>
        {keys.redo} <Kbd keys={[names.ctrl, names.shift, 'Z']} />
      </span>
    </p>
  );
}
