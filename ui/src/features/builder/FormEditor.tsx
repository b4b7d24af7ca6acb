import { memo, type ReactNode, useCallback, useLayoutEffect, useMemo, useRef, useState } from 'react';
import type { Edit, Item, ItemId } from '../../bindings';
import { Button, ButtonRow } from '../../components/Button';
import { Card } from '../../components/Card';
import { t } from '../../i18n/sv';
import { PaletteItem } from '../../reorder/PaletteItem';
import { Reorder } from '../../reorder/Reorder';
import { SortableList } from '../../reorder/SortableList';
import { BankDialog, type BankDialogProps } from './bank/BankDialog';
import { SaveInBankDialog } from './bank/SaveInBankDialog';
import { DependentsDialog } from './condition/DependentsDialog';
import { OverviewDialog } from './condition/OverviewDialog';
import styles from './Editor.module.css';
import { FormRow } from './FormRow';
import { MoveAlongDialog } from './MoveAlongDialog';
import { MoveDialog } from './MoveDialog';
import { kinds, newItem } from './make';
import { endId, itemLines, type Line, outline, placeInWords } from './outline';
import { type FindingText, faultOf, fieldId } from './problems';
import { QuickAdd } from './QuickAdd';
import { Shortcuts } from './Shortcuts';
import type { Copied } from './selection/clipboard';
import { PasteLast } from './selection/PasteLast';
import { PasteLinesDialog } from './selection/PasteLinesDialog';
import { SelectByKeys } from './selection/SelectByKeys';
import { SelectionBar } from './selection/SelectionBar';
import { Selection } from './selection/selection';
import { useSeveral } from './selection/useSeveral';
import { LinesContext, usePlaced } from './sharedLines';
import { useFocusAfter } from './useFocusAfter';
import { useFormActs } from './useFormActs';
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
  const addBefore = useCallback(
    (kind: string, line: Line) => addKind(kind, latest.current.lines.indexOf(line)),
    [addKind],
  );
  const { paste } = acts;
  const pasteBefore = useCallback(
    ({ items: copied }: Copied, line: Line) => paste(copied, latest.current.lines.indexOf(line)),
    [paste],
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
  const fetchInto = useCallback((line: Line) => setFetching({ into: line.item.id }), []);
  const keepOne = useCallback((line: Line) => setKeeping([line]), []);
  const moveTo = useCallback((line: Line) => setMoving([line]), [setMoving]);
  const duplicateOne = useCallback((line: Line) => duplicate([line], false), [duplicate]);
  const removeOne = useCallback((line: Line) => remove([line], words.removed(line.name)), [remove, words]);

  const fault = faultOf(faults, fieldId.form);
  return (
    <Card title={words.heading} actions={<Shortcuts />}>
      <LinesContext.Provider value={items}>
        <div ref={area} className={styles.together}>
          <Reorder items={placed} onMove={moveOne} onInsert={addKind} where={where}>
            <MoveByKeys />
            <SelectByKeys area={area} selection={selection} onClear={several.clear} />
            <div className={styles.palette} id={fieldId.form}>
              <div className={styles.paletteHead}>
                <span className={styles.label}>{words.palette}</span>
                <span className={styles.help}>{words.paletteHelp}</span>
                <Button size="small" tone="quiet" icon="register" onPress={() => setFetching({ into: null })}>
                  {t.bank.fetchAct}
                </Button>
              </div>
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
              {lines.map((line) => (
                <FormRow
                  key={line.id}
                  line={line}
                  edit={edit}
                  selection={selection}
                  onDuplicate={duplicateOne}
                  onRemove={removeOne}
                  onMoveTo={moveTo}
                  onKeep={keepOne}
                  onAdd={addBefore}
                  onPaste={pasteBefore}
                  onFetch={fetchInto}
                  textFault={faultOf(faults, fieldId.item(line.id))}
                  settingsFault={faultOf(faults, fieldId.settings(line.id))}
                  conditionFault={faultOf(faults, fieldId.condition(line.id))}
                  pictureFault={faultOf(faults, fieldId.picture(line.id))}
                  offerBack={offerBack}
                  focusAfter={focusAfter}
                />
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
      </LinesContext.Provider>
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
