import { memo, type ReactNode } from 'react';
import type { Answer, Code, Details, Edit } from '../../bindings';
import { Disclosure } from '../../components/Disclosure';
import { Select } from '../../components/Select';
import { DateField, NumberField, TextField } from '../../components/TextField';
import { t } from '../../i18n/sv';
import styles from './Editor.module.css';
import type { SettledItem } from './KindSettings';

export interface MoreSettingsProps {
  readonly item: SettledItem;
  readonly edit: (edit: Edit) => void;
}

/** What few questions need: folded up, and open where there is something. */
export const MoreSettings = memo(function MoreSettings({ item, edit }: MoreSettingsProps): ReactNode {
  const words = t.builder.form.more;
  const details = item.details ?? {};
  const set = (changed: DetailsChange): void =>
    edit({ edit: 'changeItem', id: item.id, change: { details: without({ ...details, ...changed }) } });
  const isUsed =
    details.faultText !== undefined || details.initial !== undefined || details.codes !== undefined;
  return (
    <Disclosure title={words.title} level={4} tone="quiet" isOpen={isUsed} isDrawnWhenOpened>
      <div className={styles.more}>
        <TextField
          label={words.faultText}
          description={words.faultTextHelp}
          necessity="optional"
          value={details.faultText ?? ''}
          onChange={(faultText) => set({ faultText })}
        />
        <InitialField item={item} onChange={(initial) => set({ initial })} />
        <CodeFields
          code={details.codes?.[0]}
          onChange={(code) => set({ codes: [...(code ? [code] : []), ...(details.codes?.slice(1) ?? [])] })}
        />
      </div>
    </Disclosure>
  );
});

/** With what is taken away said. */
type DetailsChange = { readonly [K in keyof Details]?: Details[K] | undefined };

/** What says nothing is left out, as the core has it. */
function without(details: DetailsChange): Details {
  const { faultText, initial, codes, linkId, foreign, bank } = details;
  return {
    ...(faultText ? { faultText } : {}),
    ...(initial ? { initial } : {}),
    ...(codes?.length ? { codes } : {}),
    ...(linkId ? { linkId } : {}),
    ...(foreign ? { foreign } : {}),
    ...(bank ? { bank } : {}),
  };
}

interface InitialFieldProps {
  readonly item: SettledItem;
  readonly onChange: (initial: Answer | undefined) => void;
}

/** The answer that stands there from the beginning, for the kinds where one can. */
function InitialField({ item, onChange }: InitialFieldProps): ReactNode {
  const words = t.builder.form.more;
  const { kind } = item;
  const initial = item.details?.initial;
  const field = { label: words.initial, description: words.initialHelp, necessity: 'optional' } as const;
  const none = { value: '', label: words.noInitial };
  switch (kind.type) {
    case 'longText':
    case 'shortText':
      return (
        <TextField
          {...field}
          value={initial?.type === 'text' ? initial.value : ''}
          onChange={(value) => onChange(value === '' ? undefined : { type: 'text', value })}
        />
      );
    case 'number':
      return (
        <NumberField
          {...field}
          value={initial?.type === 'number' ? initial.value : ''}
          onChange={(value) => onChange(value === '' ? undefined : { type: 'number', value })}
        />
      );
    case 'date':
      return (
        <DateField
          {...field}
          value={initial?.type === 'date' ? initial.value : ''}
          onChange={(value) => onChange(value === '' ? undefined : { type: 'date', value })}
        />
      );
    case 'yesNo':
      return (
        <Select
          {...field}
          options={[none, { value: 'yes', label: t.form.yes }, { value: 'no', label: t.form.no }]}
          value={initial?.type === 'yesNo' ? (initial.value ? 'yes' : 'no') : ''}
          onChange={(value) => onChange(value === '' ? undefined : { type: 'yesNo', value: value === 'yes' })}
        />
      );
    case 'singleChoice':
    case 'dropdown':
      return (
        <Select
          {...field}
          options={[
            none,
            ...kind.options
              .filter(({ role }) => role !== 'other')
              .map(({ id, text }) => ({ value: id, label: text.trim() || t.builder.preview.noOption })),
          ]}
          value={initial?.type === 'choice' ? initial.value : ''}
          onChange={(value) => onChange(value === '' ? undefined : { type: 'choice', value })}
        />
      );
    default:
      return null;
  }
}

const systems = { snomed: 'http://snomed.info/sct', loinc: 'http://loinc.org' } as const;

interface CodeFieldsProps {
  readonly code: Code | undefined;
  readonly onChange: (code: Code | undefined) => void;
}

/** What the question is called in a code system. */
function CodeFields({ code, onChange }: CodeFieldsProps): ReactNode {
  const words = t.builder.form.more;
  const now = code ?? { system: systems.snomed, code: '' };
  const known = now.system === systems.snomed ? 'snomed' : now.system === systems.loinc ? 'loinc' : 'own';
  const put = (changed: Partial<Code>): void => {
    const next = { ...now, ...changed };
    onChange(next.code === '' && next.system === systems.snomed ? undefined : next);
  };
  return (
    <div className={styles.row}>
      <Select
        label={words.system}
        options={[
          { value: 'snomed', label: words.systems.snomed },
          { value: 'loinc', label: words.systems.loinc },
          { value: 'own', label: words.systems.own },
        ]}
        value={known}
        onChange={(chosen) => put({ system: chosen === 'own' ? '' : systems[chosen] })}
      />
      {known === 'own' && (
        <TextField label={words.ownSystem} value={now.system} onChange={(system) => put({ system })} />
      )}
      <TextField
        label={words.code}
        necessity="optional"
        isNarrow
        value={now.code}
        onChange={(text) => put({ code: text.trim() })}
      />
      {now.code !== '' && (
        <TextField
          label={words.display}
          necessity="optional"
          value={now.display ?? ''}
          onChange={(display) => put({ display })}
        />
      )}
    </div>
  );
}
