import { memo, type ReactNode } from 'react';
import type { DateLimit, Details, Edit, Item, ItemKind } from '../../bindings';
import { Checkbox } from '../../components/Choice';
import { Select } from '../../components/Select';
import { NumberField, TextField } from '../../components/TextField';
import { withComma } from '../../i18n/format';
import { withPoint } from '../../i18n/parse';
import { t } from '../../i18n/sv';
import { DateLimitField } from './DateLimitField';
import styles from './Editor.module.css';
import { OptionsEditor } from './OptionsEditor';
import { fieldId } from './problems';
import { WholeNumberField } from './WholeNumberField';

/** What can be set of an item, its words set aside. */
export interface SettledItem extends Pick<Item, 'id' | 'kind'> {
  readonly details: Details | undefined;
}

export interface KindSettingsProps {
  readonly item: SettledItem;
  readonly edit: (edit: Edit) => void;
  readonly fault: string | undefined;
}

/** What can be set for this kind of question only. */
export const KindSettings = memo(function KindSettings(props: KindSettingsProps): ReactNode {
  const { item, edit, fault } = props;
  const words = t.builder.form;
  const { kind } = item;
  const set = (to: ItemKind): void => edit({ edit: 'changeItem', id: item.id, change: { kind: to } });
  switch (kind.type) {
    case 'longText':
      return (
        <LengthField
          id={fieldId.settings(item.id)}
          length={kind.maxLength}
          onChange={(maxLength) => set({ ...kind, maxLength })}
        />
      );
    case 'shortText':
      return (
        <div className={styles.row}>
          <LengthField
            id={fieldId.settings(item.id)}
            length={kind.maxLength}
            onChange={(maxLength) => set({ ...kind, maxLength })}
          />
          <Select
            label={words.format}
            options={named(words.formats, ['any', 'phone', 'email', 'personNumber'])}
            value={kind.format ?? 'any'}
            onChange={(format) => set({ ...kind, format })}
          />
        </div>
      );
    case 'singleChoice':
    case 'dropdown':
    case 'multipleChoice':
      return (
        <OptionsEditor
          item={item.id}
          options={kind.options}
          roles={kind.type === 'multipleChoice' ? ['other', 'exclusive'] : ['other']}
          hasScores
          edit={edit}
          fault={fault}
        />
      );
    case 'matrix':
      return (
        <>
          <OptionsEditor item={item.id} list="rows" options={kind.rows} edit={edit} fault={undefined} />
          <OptionsEditor item={item.id} options={kind.options} edit={edit} fault={fault} />
        </>
      );
    case 'date':
      return (
        <>
          <div className={styles.row} id={fieldId.settings(item.id)}>
            <DateLimitField
              label={words.dateLimits.earliest}
              limit={kind.earliest}
              onChange={(earliest) => set(withLimits(earliest, kind.latest))}
            />
            <DateLimitField
              label={words.dateLimits.latest}
              limit={kind.latest}
              onChange={(latest) => set(withLimits(kind.earliest, latest))}
            />
          </div>
          {fault !== undefined && <p className={styles.fault}>{fault}</p>}
        </>
      );
    case 'information':
      return (
        <Select
          label={words.style}
          options={named(words.styles, ['plain', 'important', 'framed', 'foldable'])}
          value={kind.style ?? 'plain'}
          onChange={(style) => set({ ...kind, style })}
        />
      );
    case 'repeatedSection':
      return (
        <div className={styles.row}>
          <TextField
            label={words.row}
            description={words.rowHelp}
            necessity="optional"
            value={kind.row}
            onChange={(row) => set({ ...kind, row })}
          />
          <NumberSelect
            id={fieldId.settings(item.id)}
            label={words.maxRows}
            numbers={[2, 3, 5, 10, 20, 50]}
            value={kind.maxRows}
            onChange={(maxRows) => set({ ...kind, maxRows })}
          />
        </div>
      );
    case 'foreign':
      return <p className={styles.help}>{words.foreign}</p>;
    case 'number':
      return (
        <div className={styles.row}>
          <TextField
            label={words.unit}
            description={words.unitHelp}
            isNarrow
            value={kind.unit}
            onChange={(unit) => set({ ...kind, unit })}
          />
          <NumberField
            id={fieldId.settings(item.id)}
            label={words.min}
            necessity="optional"
            value={shown(kind.min)}
            onChange={(min) => set({ ...kind, min: kept(min) })}
            error={fault}
          />
          <NumberField
            label={words.max}
            necessity="optional"
            value={shown(kind.max)}
            onChange={(max) => set({ ...kind, max: kept(max) })}
          />
          <NumberSelect
            label={words.decimals}
            numbers={[0, 1, 2, 3, 4, 5, 6]}
            value={kind.decimals}
            onChange={(decimals) => set({ ...kind, decimals })}
          />
        </div>
      );
    case 'scale':
      return (
        <>
          <div className={styles.row}>
            <NumberSelect
              id={fieldId.settings(item.id)}
              label={words.scaleMin}
              numbers={[0, 1]}
              value={kind.min}
              onChange={(min) => set({ ...kind, min })}
            />
            <NumberSelect
              label={words.scaleMax}
              numbers={[3, 4, 5, 6, 7, 8, 9, 10]}
              value={kind.max}
              onChange={(max) => set({ ...kind, max })}
            />
          </div>
          <div className={styles.row}>
            <TextField
              label={words.scaleLow(kind.min)}
              description={words.scaleLowHelp}
              necessity="optional"
              value={kind.low}
              onChange={(low) => set({ ...kind, low })}
            />
            <TextField
              label={words.scaleHigh(kind.max)}
              description={words.scaleHighHelp}
              necessity="optional"
              value={kind.high}
              onChange={(high) => set({ ...kind, high })}
            />
          </div>
          <Checkbox
            label={t.scores.counts}
            isSelected={kind.counts ?? false}
            onChange={(counts) => {
              const { counts: _, ...plain } = kind;
              set(counts ? { ...plain, counts } : plain);
            }}
          />
        </>
      );
    case 'attachment':
      return (
        <div className={styles.row}>
          <NumberSelect
            id={fieldId.settings(item.id)}
            label={words.maxFiles}
            description={words.filesHelp}
            numbers={[1, 2, 3, 4, 5]}
            value={kind.maxFiles}
            onChange={(maxFiles) => set({ ...kind, maxFiles })}
          />
          <Select
            label={words.accepts}
            options={named(words.acceptKinds, ['any', 'images', 'pdf'])}
            value={kind.accepts ?? 'any'}
            onChange={(accepts) => set({ ...kind, accepts })}
          />
          <Select
            label={words.maxMegabytes}
            options={[1, 2, 5, 10, 20].map((size) => ({ value: String(size), label: words.megabytes(size) }))}
            value={String(kind.maxMegabytes ?? 20)}
            onChange={(size) => set({ ...kind, maxMegabytes: Number(size) })}
          />
        </div>
      );
    case 'yesNo':
    case 'time':
    case 'dateTime':
    case 'confirmation':
    case 'section':
      return null;
  }
});

/** Names as a list of choices, in this order. */
function named<K extends string>(
  names: Readonly<Record<K, string>>,
  order: readonly NoInfer<K>[],
): { value: K; label: string }[] {
  return order.map((value) => ({ value, label: names[value] }));
}

function withLimits(earliest: DateLimit | undefined, latest: DateLimit | undefined): ItemKind {
  return { type: 'date', ...(earliest ? { earliest } : {}), ...(latest ? { latest } : {}) };
}

/** A limit is kept with a point and shown with a comma. What is no number stays as written, for its writer to right. */
function shown(limit: string | null): string {
  return withComma(limit ?? '');
}

function kept(typed: string): string | null {
  const limit = withPoint(typed);
  return limit === '' ? null : limit;
}

interface NumberSelectProps {
  readonly id?: string;
  readonly label: string;
  readonly description?: string;
  readonly numbers: readonly number[];
  readonly value: number;
  readonly onChange: (value: number) => void;
}

function NumberSelect({ numbers, value, onChange, ...field }: NumberSelectProps): ReactNode {
  return (
    <Select
      {...field}
      options={numbers.map((number) => ({ value: String(number), label: String(number) }))}
      value={String(value)}
      onChange={(chosen) => onChange(Number(chosen))}
    />
  );
}

interface LengthFieldProps {
  readonly id: string;
  readonly length: number;
  readonly onChange: (length: number) => void;
}

function LengthField({ id, length, onChange }: LengthFieldProps): ReactNode {
  const words = t.builder.form;
  return (
    <WholeNumberField
      id={id}
      label={words.maxLength}
      value={length}
      read={allowedLength}
      onChange={onChange}
      fault={words.maxLengthFault}
    />
  );
}

/** 1 to 10 000, as the core demands (domain/src/template/publish.rs). */
function allowedLength(typed: string): number | null {
  const digits = typed.replaceAll(/[\s\u00a0]/g, '');
  const length = Number(digits);
  return /^\d{1,5}$/.test(digits) && length >= 1 && length <= 10_000 ? length : null;
}
