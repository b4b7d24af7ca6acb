import { type ReactNode, useEffect, useRef, useState } from 'react';
import type { Item } from '../../bindings';
import { TextField } from '../../components/TextField';
import { t } from '../../i18n/sv';
import styles from './Editor.module.css';
import { kinds, type NewKind, newItem } from './make';

/** A new question in one line: "/datum När föll du?", and Enter. */
export function QuickAdd({ onAdd }: { readonly onAdd: (item: Item) => void }): ReactNode {
  const words = t.builder.form.quick;
  const [typed, setTyped] = useState('');
  const field = useRef<HTMLDivElement>(null);
  const { kind, text } = understood(typed);

  useEffect(() => {
    const element = field.current;
    const onEnter = (event: KeyboardEvent): void => {
      if (event.key !== 'Enter' || event.isComposing || typed.trim() === '') return;
      event.preventDefault();
      onAdd({ ...newItem(kind), text });
      setTyped('');
    };
    element?.addEventListener('keydown', onEnter);
    return () => element?.removeEventListener('keydown', onEnter);
  });

  return (
    <div ref={field} className={styles.quick}>
      <TextField
        label={words.label}
        description={
          <>
            {words.help} {typed !== '' && <b>{words.becomes(t.builder.form.kinds[kind])}</b>}
          </>
        }
        value={typed}
        onChange={setTyped}
      />
    </div>
  );
}

/** A kind by the beginning of its name after a slash, and the question; free text when none is named. */
export function understood(typed: string): { readonly kind: NewKind; readonly text: string } {
  const line = typed.trim();
  if (!line.startsWith('/')) return { kind: 'longText', text: line };
  const named = line.slice(1).toLocaleLowerCase('sv');
  const names = kinds.map((kind) => [kind, t.builder.form.kinds[kind].toLocaleLowerCase('sv')] as const);
  // A whole name first, the longest of them: "datum och klockslag" begins with "datum".
  const whole = names
    .filter(([, name]) => named === name || named.startsWith(`${name} `))
    .sort(([, one], [, other]) => other.length - one.length)[0];
  if (whole) return { kind: whole[0], text: line.slice(1 + whole[1].length).trim() };
  const [word = ''] = named.split(/\s/);
  const begun = word === '' ? undefined : names.find(([, name]) => name.startsWith(word));
  return begun
    ? { kind: begun[0], text: line.slice(1 + word.length).trim() }
    : { kind: 'longText', text: line };
}
