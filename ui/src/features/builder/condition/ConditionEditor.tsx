import { memo, type ReactNode } from 'react';
import type { Combine, Edit, Item, ShownWhen, TestGroup } from '../../../bindings';
import { Button } from '../../../components/Button';
import { placed } from '../../../components/placed';
import { Select } from '../../../components/Select';
import { VisuallyHidden } from '../../../components/VisuallyHidden';
import { t } from '../../../i18n/sv';
import { useFormTools } from '../formTools';
import type { Line } from '../outline';
import { fieldId } from '../problems';
import styles from './Condition.module.css';
import { conditionOf, sourcesFor, testOf, withGroup } from './rules';
import { sentenceOf } from './sentence';
import { TestRow } from './TestRow';

export interface ConditionEditorProps {
  readonly line: Line;
  readonly condition: ShownWhen;
  readonly lines: readonly Line[];
  /** The lines before it that can be asked for. */
  readonly sources: readonly Line[];
  readonly edit: (edit: Edit) => void;
  readonly fault: string | undefined;
  /** Of what stays when this comes or goes. */
  readonly focusAfter: (field: string) => void;
}

/** When a question is shown: a sentence that says it, and the tests it is made of. */
export const ConditionEditor = memo(function ConditionEditor(props: ConditionEditorProps): ReactNode {
  const { line, condition, lines, sources, edit, fault, focusAfter } = props;
  const { item, name } = line;
  const words = t.conditions;
  const source = sources.at(-1)?.item;
  const set = (shownWhen: ShownWhen | null): void => edit({ edit: 'setCondition', id: item.id, shownWhen });
  /** What had focus may be gone with what was taken away. */
  const become = (changed: ShownWhen | null): void => {
    set(changed);
    if (changed === null) focusAfter(addId(item.id));
    else if (testsIn(changed) < testsIn(condition)) focusAfter(fieldId.condition(item.id));
  };
  const isGrouped = condition.groups.length > 1;
  const ahead = aheadIn(condition, lines, line);
  return (
    <fieldset id={fieldId.condition(item.id)}>
      <legend>
        <VisuallyHidden>{words.editor(name)}</VisuallyHidden>
      </legend>
      <div className={styles.condition}>
        <p className={styles.sentence}>{sentenceOf(condition, lines)}</p>
        {ahead !== null && <p className={styles.fault}>{words.later(ahead)}</p>}
        {fault !== undefined && ahead === null && <p className={styles.fault}>{fault}</p>}
        {isGrouped && (
          <CombineSelect
            label={words.combineGroups}
            value={condition.combine}
            onChange={(combine) => set({ ...condition, combine })}
          />
        )}
        {placed(condition.groups).map(([place, group]) => (
          <Group
            key={place}
            title={isGrouped ? words.group(place + 1) : null}
            group={group}
            lines={lines}
            sources={sources}
            onChange={(changed) => become(withGroup(condition, place, changed))}
          />
        ))}
        <div className={styles.acts}>
          {source && (
            <Button
              size="small"
              icon="add"
              onPress={() =>
                set({ ...condition, groups: [...condition.groups, ...conditionOf(testOf(source)).groups] })
              }
            >
              {words.addGroup}
            </Button>
          )}
          <Button size="small" tone="quiet" onPress={() => become(null)} aria-label={words.removeFor(name)}>
            {words.remove}
          </Button>
        </div>
      </div>
    </fieldset>
  );
});

/** A way to a condition, where there is none and something to ask for. */
export const AddCondition = memo(function AddCondition(props: {
  readonly item: Item['id'];
  readonly name: string;
}): ReactNode {
  const { item, name } = props;
  const { lines, edit, focusAfter } = useFormTools();
  const add = (): void => {
    const all = lines.now();
    const line = all.find(({ id }) => id === item);
    const source = line && sourcesFor(all, line).at(-1)?.item;
    if (!source) return;
    edit({ edit: 'setCondition', id: item, shownWhen: conditionOf(testOf(source)) });
    focusAfter(fieldId.condition(item));
  };
  return (
    <div>
      <Button
        size="small"
        tone="quiet"
        icon="eye"
        aria-label={t.conditions.addFor(name)}
        id={addId(item)}
        onPress={add}
      >
        {t.conditions.add}
      </Button>
    </div>
  );
});

interface GroupProps {
  readonly title: string | null;
  readonly group: TestGroup;
  readonly lines: readonly Line[];
  readonly sources: readonly Line[];
  readonly onChange: (group: TestGroup) => void;
}

function Group({ title, group, lines, sources, onChange }: GroupProps): ReactNode {
  const words = t.conditions;
  const last = group.tests.at(-1);
  const again = lines.find(({ id }) => id === last?.item)?.item ?? sources.at(-1)?.item;
  return (
    <fieldset className={styles.group}>
      <legend className={styles.groupTitle}>
        {title ?? <VisuallyHidden>{words.heading}</VisuallyHidden>}
      </legend>
      {group.tests.length > 1 && (
        <CombineSelect
          label={words.combine}
          value={group.combine}
          onChange={(combine) => onChange({ ...group, combine })}
        />
      )}
      {placed(group.tests).map(([place, test]) => (
        <TestRow
          key={place}
          test={test}
          place={place}
          lines={lines}
          sources={sources}
          onChange={(changed) =>
            onChange({ ...group, tests: group.tests.map((one, index) => (index === place ? changed : one)) })
          }
          onRemove={() => onChange({ ...group, tests: group.tests.filter((_, index) => index !== place) })}
        />
      ))}
      {again && (
        <div>
          <Button
            size="small"
            icon="add"
            onPress={() => onChange({ ...group, tests: [...group.tests, testOf(again)] })}
          >
            {words.addTest}
          </Button>
        </div>
      )}
    </fieldset>
  );
}

interface CombineSelectProps {
  readonly label: string;
  readonly value: Combine;
  readonly onChange: (value: Combine) => void;
}

function CombineSelect(props: CombineSelectProps): ReactNode {
  const words = t.conditions.combines;
  return (
    <Select
      {...props}
      options={[
        { value: 'all', label: words.all },
        { value: 'any', label: words.any },
      ]}
    />
  );
}

function addId(item: Item['id']): string {
  return `add-condition-${item}`;
}

function testsIn({ groups }: ShownWhen): number {
  return groups.reduce((count, { tests }) => count + tests.length, 0);
}

/** The name of a question that is asked for and comes later; nothing when all come before. */
function aheadIn(condition: ShownWhen, lines: readonly Line[], line: Line): string | null {
  const after = lines.slice(lines.findIndex(({ id }) => id === line.id) + 1);
  const asked = new Set(condition.groups.flatMap(({ tests }) => tests.map(({ item }) => item)));
  return after.find(({ id }) => asked.has(id))?.name ?? null;
}
