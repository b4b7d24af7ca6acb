import type { ReactNode } from 'react';
import type { Comparison, Item, Test } from '../../../bindings';
import { IconButton } from '../../../components/Button';
import { Select } from '../../../components/Select';
import { NumberField } from '../../../components/TextField';
import { withComma } from '../../../i18n/format';
import { withPoint } from '../../../i18n/parse';
import { t } from '../../../i18n/sv';
import type { Line } from '../outline';
import styles from './Condition.module.css';
import { comparisonOf, comparisonsFor, testOf } from './rules';
import { titleOf, verbOf } from './sentence';

export interface TestRowProps {
  readonly test: Test;
  readonly place: number;
  readonly lines: readonly Line[];
  /** The lines that can be asked for. */
  readonly sources: readonly Line[];
  readonly onChange: (test: Test) => void;
  readonly onRemove: () => void;
}

/** One test: which question, how it is held, against what. */
export function TestRow({ test, place, lines, sources, onChange, onRemove }: TestRowProps): ReactNode {
  const words = t.conditions;
  const source = lines.find(({ id }) => id === test.item)?.item;
  const { comparison } = test;
  return (
    <div className={styles.test}>
      <div className={styles.testFields}>
        <Select
          label={words.question}
          options={questions(lines, sources, test)}
          value={test.item}
          onChange={(id) => {
            const chosen = lines.find((one) => one.id === id)?.item;
            if (chosen && chosen.id !== test.item) onChange(testOf(chosen));
          }}
        />
        {source && (
          <Select
            label={words.comparison}
            options={comparisonsFor(source.kind).map((is) => ({ value: is, label: verbOf(is, source) }))}
            value={comparison.is}
            onChange={(is) => onChange({ ...test, comparison: comparisonOf(is, source, comparison) })}
          />
        )}
        {source && 'option' in comparison && (
          <Select
            label={words.option}
            options={options(source, comparison.option)}
            value={comparison.option}
            onChange={(option) => onChange({ ...test, comparison: { ...comparison, option } })}
          />
        )}
        {source && 'than' in comparison && (
          <Than comparison={comparison} onChange={(changed) => onChange({ ...test, comparison: changed })} />
        )}
      </div>
      <IconButton icon="close" label={words.removeTest(place + 1)} onPress={onRemove} />
    </div>
  );
}

interface ThanProps {
  readonly comparison: Extract<Comparison, { than: string }>;
  readonly onChange: (comparison: Comparison) => void;
}

/** Kept with a point and shown with a comma. What is no number stays as written, for its writer to right. */
function Than({ comparison, onChange }: ThanProps): ReactNode {
  return (
    <NumberField
      label={t.conditions.number}
      value={withComma(comparison.than)}
      onChange={(typed) => onChange({ ...comparison, than: withPoint(typed) })}
    />
  );
}

interface Choice {
  readonly value: string;
  readonly label: string;
}

/** The questions that can be asked for, and the one that is, wherever it stands. */
function questions(lines: readonly Line[], sources: readonly Line[], test: Test): Choice[] {
  const words = t.conditions;
  const found = lines
    .filter((line) => line.id === test.item || sources.includes(line))
    .map(({ id, name, item }) => ({ value: id, label: words.numbered(name, titleOf(item)) }));
  const isThere = lines.some(({ id }) => id === test.item);
  return isThere ? found : [...found, { value: test.item, label: words.gone }];
}

function options(source: Item, chosen: string): Choice[] {
  const all = 'options' in source.kind ? source.kind.options : [];
  const found = all.map(({ id, text }) => ({ value: id, label: text.trim() || t.builder.preview.noOption }));
  const isThere = all.some(({ id }) => id === chosen);
  return isThere ? found : [...found, { value: chosen, label: t.conditions.optionGone }];
}
