import { memo, type ReactNode, useCallback, useMemo, useRef, useState } from 'react';
import type { Edit, Item } from '../../bindings';
import { Button } from '../../components/Button';
import { Card } from '../../components/Card';
import { Kbd } from '../../components/Kbd';
import { t } from '../../i18n/sv';
import { PaletteItem } from '../../reorder/PaletteItem';
import { Reorder } from '../../reorder/Reorder';
import { ListEnd, SortableItem, SortableList } from '../../reorder/SortableList';
import { CardPlaceholder } from './CardPlaceholder';
import { DependentsDialog } from './condition/DependentsDialog';
import { OverviewDialog } from './condition/OverviewDialog';
import { dependentsOf, movedAlong, overtaken } from './condition/rules';
import styles from './Editor.module.css';
import { ItemCard } from './ItemCard';
import { MoveAlongDialog, type Overtaking } from './MoveAlongDialog';
import { MoveDialog } from './MoveDialog';
import { copyOf, kinds, newItem } from './make';
import { inSection, itemLines, type Line, outline, placeAt, placeInWords } from './outline';
import { type FindingText, faultOf, fieldId } from './problems';
import { QuickAdd } from './QuickAdd';
import { SectionEnd } from './SectionEnd';
import { useFocusAfter } from './useFocusAfter';
import { MoveByKeys } from './useShortcuts';
import { useUndoToast } from './useUndoToast';

export interface FormEditorProps {
  readonly form: readonly Item[];
  readonly edit: (edit: Edit) => void;
  readonly faults: readonly FindingText[];
}

/** The form: a palette, and the questions in their order, in and out of sections. Only the cards near what is seen are drawn. */
export const FormEditor = memo(function FormEditor({ form, edit, faults }: FormEditorProps): ReactNode {
  const words = t.builder.form;
  const focusAfter = useFocusAfter();
  const offerBack = useUndoToast(edit);
  const lines = outline(form);
  const items = useMemo(() => itemLines(lines), [lines]);
  const latest = useRef({ form, lines });
  latest.current = { form, lines };
  const [asking, setAsking] = useState<Line | null>(null);
  const [moving, setMoving] = useState<Line | null>(null);
  const [overtaking, setOvertaking] = useState<Overtaking | null>(null);
  const [isOverview, setOverview] = useState(false);

  const add = useCallback(
    (item: Item, index: number) => {
      const { section, at } = placeAt(latest.current.lines, null, index);
      edit({ edit: 'addItem', item, ...inSection(section), at });
      focusAfter(fieldId.item(item.id));
    },
    [edit, focusAfter],
  );
  const addKind = (kind: string, index: number): void => {
    const type = kinds.find((one) => one === kind);
    if (type) add(newItem(type), index);
  };
  const move = (id: string, index: number): void => {
    const place = placeAt(lines, id, index);
    const alone: Edit = { edit: 'moveItem', id, ...moveTo(place) };
    const line = lines.find((one) => one.id === id);
    const dependents = overtaken(form, lines, id, index);
    if (!line || dependents.length === 0) {
      edit(alone);
      return;
    }
    setOvertaking({
      line,
      dependents,
      move: (along) => {
        edit(along ? movedAlong(form, alone, dependents, id) : alone);
        focusAfter(fieldId.item(id));
      },
    });
  };
  const duplicate = useCallback(
    (line: Line) => {
      const at = latest.current.lines.findIndex(({ id }) => id === line.id);
      add(copyOf(line.item), at + line.block);
    },
    [add],
  );
  const remove = useCallback(
    (line: Line) => {
      const { item, section, at, name } = line;
      if (dependentsOf(latest.current.form, item.id).length > 0) {
        setAsking(line);
        return;
      }
      const all = latest.current.lines;
      const place = all.findIndex(({ id }) => id === line.id);
      const neighbour = [all[place + line.block], all[place - 1]].find((one) => one && !one.isEnd);
      edit({ edit: 'removeItem', id: item.id });
      offerBack(t.builder.form.removed(name), { edit: 'addItem', item, ...inSection(section), at });
      focusAfter(neighbour ? fieldId.item(neighbour.id) : fieldId.form);
    },
    [edit, focusAfter, offerBack],
  );

  const fault = faultOf(faults, fieldId.form);
  return (
    <Card title={words.heading} actions={<Shortcuts />}>
      <Reorder
        items={lines}
        onMove={move}
        onInsert={addKind}
        where={(id, index) => placeInWords(lines, id, index)}
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
                <PaletteItem kind={kind} name={words.kinds[kind]} icon={null} />
              </li>
            ))}
          </ul>
        </div>
        {fault !== undefined && <p className={styles.fault}>{fault}</p>}
        <SortableList label={words.list} empty={<p className={styles.nothing}>{words.empty}</p>}>
          {lines.map((line, at) =>
            line.isEnd ? (
              <ListEnd key={line.id} id={line.id} depth={line.depth}>
                <SectionEnd line={line} onAdd={(kind) => addKind(kind, at)} />
              </ListEnd>
            ) : (
              <SortableItem
                key={line.id}
                id={line.id}
                depth={line.depth}
                placeholder={<CardPlaceholder line={line} />}
              >
                {({ handle, moveButtons }) => (
                  <ItemCard
                    line={line}
                    handle={handle}
                    moveButtons={moveButtons}
                    edit={edit}
                    onDuplicate={duplicate}
                    onRemove={remove}
                    onMoveTo={setMoving}
                    textFault={faultOf(faults, fieldId.item(line.id))}
                    settingsFault={faultOf(faults, fieldId.settings(line.id))}
                    conditionFault={faultOf(faults, fieldId.condition(line.id))}
                    lines={items}
                    focusAfter={focusAfter}
                  />
                )}
              </SortableItem>
            ),
          )}
        </SortableList>
        {items.some(({ item }) => item.shownWhen) && (
          <div>
            <Button size="small" tone="quiet" icon="eye" onPress={() => setOverview(true)}>
              {t.conditions.overview.open}
            </Button>
          </div>
        )}
        <QuickAdd onAdd={(item) => add(item, lines.length)} />
      </Reorder>
      <DependentsDialog
        item={asking?.item ?? null}
        name={asking?.name ?? ''}
        form={form}
        edit={edit}
        onClose={() => setAsking(null)}
      />
      <MoveAlongDialog overtaking={overtaking} onClose={() => setOvertaking(null)} />
      <OverviewDialog lines={items} isOpen={isOverview} onClose={() => setOverview(false)} />
      <MoveDialog
        line={moving}
        lines={lines}
        onMove={(id, index) => {
          move(id, index);
          focusAfter(fieldId.item(id));
        }}
        onClose={() => setMoving(null)}
      />
    </Card>
  );
});

function moveTo({ section, at }: { section: string | undefined; at: number }): {
  section?: string;
  to: number;
} {
  return { ...inSection(section), to: at };
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
