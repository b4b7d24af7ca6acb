import { type ReactNode, useState } from 'react';
import type { CaseFilter, CaseScope, Colleague, Sendable } from '../../bindings';
import { Button } from '../../components/Button';
import { Select } from '../../components/Select';
import { DateField } from '../../components/TextField';
import { parseDate } from '../../i18n/parse';
import { t } from '../../i18n/sv';
import { useCommand } from '../../query/useCommand';
import styles from './CaseList.module.css';
import { KeptFilters } from './KeptFilters';
import { narrowedBy } from './useFilter';

export interface FiltersProps {
  readonly scope: CaseScope;
  readonly filter: CaseFilter;
  readonly onChange: (filter: CaseFilter) => void;
}

const ANY = '';

/** What a list is narrowed to: all that is chosen must hold. */
export function Filters({ scope, filter, onChange }: FiltersProps): ReactNode {
  const words = t.casework.filter;
  const colleagues = useCommand('list_colleagues', null);
  const templates = useCommand('list_sendable', null);
  return (
    <div className={styles.filters}>
      <div className={styles.fields}>
        <Choose
          label={words.template}
          options={(templates.data ?? []).map(ofTemplate)}
          value={filter.template}
          gone={words.templateGone}
          onChange={(template) => onChange(changed(filter, 'template', template))}
        />
        <Choose
          label={words.sender}
          options={(colleagues.data ?? []).map(ofColleague)}
          value={filter.sender}
          gone={words.colleagueGone}
          onChange={(sender) => onChange(changed(filter, 'sender', sender))}
        />
        {scope === 'unit' && (
          <Choose
            label={words.handler}
            options={(colleagues.data ?? []).map(ofColleague)}
            value={filter.handler}
            gone={words.colleagueGone}
            onChange={(handler) => onChange(changed(filter, 'handler', handler))}
          />
        )}
        <Day
          label={words.from}
          value={filter.from}
          onChange={(from) => onChange(changed(filter, 'from', from))}
        />
        <Day label={words.to} value={filter.to} onChange={(to) => onChange(changed(filter, 'to', to))} />
        {narrowedBy(filter) > 0 && (
          <Button tone="quiet" icon="close" onPress={() => onChange({})}>
            {words.clear}
          </Button>
        )}
      </div>
      <KeptFilters filter={filter} onPick={onChange} />
    </div>
  );
}

function ofTemplate({ template, name }: Sendable): { value: string; label: string } {
  return { value: template, label: name };
}

function ofColleague({ staff, name, isMe }: Colleague): { value: string; label: string } {
  return { value: staff, label: isMe ? t.casework.me(name) : name };
}

/** The filter with another value for one part, or without it. */
function changed(filter: CaseFilter, part: keyof CaseFilter, value: string | null): CaseFilter {
  const { [part]: _, ...rest } = filter;
  return value === null ? rest : { ...rest, [part]: value };
}

interface ChooseProps {
  readonly label: string;
  readonly options: readonly { readonly value: string; readonly label: string }[];
  readonly value: string | undefined;
  /** What is chosen and no longer among the options is called. */
  readonly gone: string;
  readonly onChange: (value: string | null) => void;
}

function Choose({ label, options, value = ANY, gone, onChange }: ChooseProps): ReactNode {
  const isGone = value !== ANY && options.every((one) => one.value !== value);
  return (
    <Select
      label={label}
      options={[
        { value: ANY, label: t.casework.filter.any },
        ...options,
        ...(isGone ? [{ value, label: gone }] : []),
      ]}
      value={value}
      onChange={(chosen) => onChange(chosen === ANY ? null : chosen)}
    />
  );
}

interface DayProps {
  readonly label: string;
  readonly value: string | undefined;
  readonly onChange: (day: string | null) => void;
}

/** A day takes effect as soon as it is one. */
function Day({ label, value, onChange }: DayProps): ReactNode {
  const [written, setWritten] = useState(value ?? '');
  const [seen, setSeen] = useState(value);
  if (value !== seen) {
    setSeen(value);
    // From elsewhere, such as a filter that was kept; not the echo of what is being written.
    if (parseDate(written) !== (value ?? null)) setWritten(value ?? '');
  }
  const write = (text: string): void => {
    setWritten(text);
    const day = parseDate(text);
    if (day !== null || text.trim() === '') onChange(day);
  };
  const isWrong = written.trim() !== '' && parseDate(written) === null;
  return (
    <DateField
      label={label}
      value={written}
      onChange={write}
      error={isWrong ? t.casework.filter.noDay : undefined}
    />
  );
}
