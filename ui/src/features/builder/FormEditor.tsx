import {
  memo,
  type ReactNode,
  useCallback,
  useDeferredValue,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import type { Edit, Item, ItemId } from '../../bindings';
import { Button, ButtonRow } from '../../components/Button';
import { Card } from '../../components/Card';
import { Store } from '../../components/store';
import { t } from '../../i18n/sv';
import { Reorder } from '../../reorder/Reorder';
import { SortableList } from '../../reorder/SortableList';
import { BankDialog, type BankDialogProps } from './bank/BankDialog';
import { SaveInBankDialog } from './bank/SaveInBankDialog';
import { DependentsDialog } from './condition/DependentsDialog';
import { OverviewDialog } from './condition/OverviewDialog';
import styles from './Editor.module.css';
import { FormRow } from './FormRow';
import { type FormTools, FormToolsContext, usePlaced } from './formTools';
import { MoveAlongDialog } from './MoveAlongDialog';
import { MoveDialog } from './MoveDialog';
import { kinds, newItem } from './make';
import { endId, itemLines, type Line, outline, placeInWords } from './outline';
import { Palette } from './Palette';
import { type FindingText, faultOf, fieldId } from './problems';
import { QuickAdd } from './QuickAdd';
import { Shortcuts } from './Shortcuts';
import { PasteLast } from './selection/PasteLast';
import { PasteLinesDialog } from './selection/PasteLinesDialog';
import { SelectByKeys } from './selection/SelectByKeys';
import { SelectionBar } from './selection/SelectionBar';
import { Selection } from './selection/selection';
import { useSeveral } from './selection/useSeveral';
import { useFocusAfter } from './useFocusAfter';
import { useFormActs } from './useFormActs';
import { MoveByKeys } from './useShortcuts';
import { useUndoToast } from './useUndoToast';

export interface FormEditorProps {
  readonly form: readonly Item[];
  readonly edit: (edit: Edit) => void;
  readonly faults: readonly FindingText[];
}

/** Lines that are drawn before all others: more than a window holds. */
const AT_FIRST = 12;

/** The form: a palette, and the questions in their order, in and out of sections. Only the cards near what is seen are drawn. */
export const FormEditor = memo(function FormEditor({ form, edit, faults }: FormEditorProps): ReactNode {
  const words = t.builder.form;
  const focusAfter = useFocusAfter();
  const offerBack = useUndoToast(edit);
  const lines = outline(form);
  const items = useMemo(() => itemLines(lines), [lines]);
  const placed = usePlaced(lines);
  const latest = useRef({ form, lines });
  latest.current = { form, lines };
  const area = useRef<HTMLDivElement>(null);
  const [selection] = useState(() => new Selection());
  const acts = useFormActs({ latest, edit, focusAfter, selection });
  const several = useSeveral({ area, latest, selection, acts, focusAfter });
  const { add, duplicate, move, remove } = acts;
  const { setMoving } = several;
  const [isOverview, setOverview] = useState(false);
  const [keeping, setKeeping] = useState<readonly Line[] | null>(null);
  const [fetching, setFetching] = useState<{ readonly into: ItemId | null } | null>(null);
  useLayoutEffect(() => selection.settle(lines), [selection, lines]);

  const addKind = useCallback(
    (kind: string, index: number): void => {
      const type = kinds.find((one) => one === kind);
      if (type) add(newItem(type), index);
    },
    [add],
  );
  const moveOne = useCallback((id: string, index: number) => move({ ids: [id], index }, false), [move]);
  const where = useCallback(
    (id: string | null, index: number) => placeInWords(latest.current.lines, id, index),
    [],
  );
  const fetched: BankDialogProps['onAdd'] = (copies, name, into, source) => {
    const now = latest.current.lines;
    const end = into === null ? -1 : now.findIndex(({ id }) => id === endId(into));
    acts.paste(copies, end === -1 ? now.length : end, () => t.bank.fetch.added(name), source);
  };
  const fetchLast = useCallback(() => setFetching({ into: null }), []);

  const [shared] = useState(() => new Store<readonly Line[]>([]));
  useLayoutEffect(() => shared.put(items), [shared, items]);
  const { paste } = acts;
  const tools = useMemo<FormTools>(() => {
    const at = (id: string): number => latest.current.lines.findIndex((line) => line.id === id);
    const withLine = (id: string, act: (line: Line) => void): void => {
      const line = latest.current.lines[at(id)];
      if (line) act(line);
    };
    return {
      lines: shared,
      selection,
      edit,
      offerBack,
      focusAfter,
      duplicate: (id) => withLine(id, (line) => duplicate([line], false)),
      remove: (id) => withLine(id, (line) => remove([line], t.builder.form.removed(line.name))),
      moveTo: (id) => withLine(id, (line) => setMoving([line])),
      keep: (id) => withLine(id, (line) => setKeeping([line])),
      addBefore: (kind, end) => addKind(kind, at(end)),
      pasteBefore: ({ items: copied }, end) => paste(copied, at(end)),
      fetchInto: (into) => setFetching({ into }),
    };
  }, [shared, selection, edit, offerBack, focusAfter, duplicate, remove, setMoving, addKind, paste]);
  // A long form comes in two steps: what is seen first, and the rest as soon as there is time.
  const isWhole = useDeferredValue(true, false);
  const drawn = isWhole ? lines : lines.slice(0, AT_FIRST);

  const fault = faultOf(faults, fieldId.form);
  return (
    <Card title={words.heading} actions={<Shortcuts />}>
      <FormToolsContext.Provider value={tools}>
        <div ref={area} className={styles.together}>
          <Reorder items={placed} onMove={moveOne} onInsert={addKind} where={where}>
            <MoveByKeys />
            <SelectByKeys area={area} selection={selection} onClear={several.clear} />
            <Palette onFetch={fetchLast} />
            {fault !== undefined && <p className={styles.fault}>{fault}</p>}
            <SortableList label={words.list} empty={<p className={styles.nothing}>{words.empty}</p>}>
              {drawn.map((line) => (
                <FormRow key={line.id} line={line} faults={faults} />
              ))}
            </SortableList>
            <SelectionBar
              selection={selection}
              trouble={acts.trouble}
              onTroubleClose={() => acts.setTrouble(null)}
              onMoveTo={() => setMoving(several.chosen())}
              onDuplicate={() => duplicate(several.chosen(), true)}
              onCut={several.cut}
              onCopy={several.copy}
              onPaste={several.pasteAfter}
              onKeep={() => setKeeping(several.chosen())}
              onRemove={several.remove}
              onClear={() => several.clear(true)}
            />
            <ButtonRow>
              {items.some(({ item }) => item.shownWhen) && (
                <Button size="small" tone="quiet" icon="eye" onPress={() => setOverview(true)}>
                  {t.conditions.overview.open}
                </Button>
              )}
              <PasteLast onPaste={({ items: copied }) => acts.paste(copied, lines.length)} />
            </ButtonRow>
            <QuickAdd onAdd={(item) => add(item, lines.length)} />
          </Reorder>
        </div>
      </FormToolsContext.Provider>
      <DependentsDialog asking={acts.asking} form={form} onConfirm={acts.removeWith} onClose={acts.leaveBe} />
      <MoveAlongDialog overtaking={acts.overtaking} onClose={acts.leaveBe} />
      <OverviewDialog lines={items} isOpen={isOverview} onClose={() => setOverview(false)} />
      <MoveDialog
        chosen={several.moving}
        lines={lines}
        onMove={(asked) => move(asked, true)}
        onClose={() => setMoving(null)}
      />
      <PasteLinesDialog {...several.pastingLines} />
      {keeping && <SaveInBankDialog chosen={keeping} onClose={() => setKeeping(null)} />}
      {fetching && (
        <BankDialog {...fetching} lines={lines} onAdd={fetched} onClose={() => setFetching(null)} />
      )}
    </Card>
  );
});
