import { type ReactNode, useEffect, useRef, useState } from 'react';
import type { Choice, Edit, ItemId } from '../../bindings';
import { Button, IconButton } from '../../components/Button';
import { TextField } from '../../components/TextField';
import { VisuallyHidden } from '../../components/VisuallyHidden';
import { t } from '../../i18n/sv';
import styles from './Editor.module.css';
import { newOption } from './make';
import { fieldId } from './problems';
import { useFocusAfter } from './useFocusAfter';

export interface OptionsEditorProps {
  readonly item: ItemId;
  readonly options: readonly Choice[];
  readonly edit: (edit: Edit) => void;
  readonly fault: string | undefined;
}

/** The alternatives of a choice, in their order. Enter in one makes the next. */
export function OptionsEditor({ item, options, edit, fault }: OptionsEditorProps): ReactNode {
  const words = t.builder.form;
  const focusAfter = useFocusAfter();
  const [said, say] = useState('');
  const list = useRef<HTMLOListElement>(null);
  const addId = `add-option-${item}`;

  const add = (at: number): void => {
    const option = newOption();
    edit({ edit: 'addOption', item, option, at });
    focusAfter(optionId(option.id));
  };
  const move = (option: Choice, from: number, to: number): void => {
    const place = Math.min(Math.max(to, 0), options.length - 1);
    if (place !== from) edit({ edit: 'moveOption', item, option: option.id, to: place });
    say(words.optionMoved(place + 1, options.length));
  };
  const remove = (option: Choice, at: number): void => {
    edit({ edit: 'removeOption', item, option: option.id });
    say(words.optionRemoved);
    const neighbour = options[at + 1] ?? options[at - 1];
    focusAfter(neighbour ? optionId(neighbour.id) : addId);
  };

  useEffect(() => {
    const element = list.current;
    const onEnter = (event: KeyboardEvent): void => {
      if (event.key !== 'Enter' || event.isComposing || !(event.target instanceof HTMLInputElement)) return;
      const id = event.target.id;
      const at = options.findIndex((option) => optionId(option.id) === id);
      if (at === -1) return;
      event.preventDefault();
      add(at + 1);
    };
    element?.addEventListener('keydown', onEnter);
    return () => element?.removeEventListener('keydown', onEnter);
  });

  return (
    <fieldset className={styles.options} id={fieldId.settings(item)}>
      <legend className={styles.label}>{words.options}</legend>
      <ol ref={list} className={styles.optionList}>
        {options.map((option, at) => (
          <li key={option.id} className={styles.option}>
            <TextField
              id={optionId(option.id)}
              label={<VisuallyHidden>{words.option(at + 1)}</VisuallyHidden>}
              value={option.text}
              onChange={(text) => edit({ edit: 'writeOption', item, option: option.id, text })}
            />
            <div className={styles.optionActs}>
              <IconButton icon="up" label={words.optionUp(at + 1)} onPress={() => move(option, at, at - 1)} />
              <IconButton
                icon="down"
                label={words.optionDown(at + 1)}
                onPress={() => move(option, at, at + 1)}
              />
              <IconButton
                icon="close"
                label={words.removeOption(at + 1)}
                onPress={() => remove(option, at)}
              />
            </div>
          </li>
        ))}
      </ol>
      {fault !== undefined && <p className={styles.fault}>{fault}</p>}
      <div>
        <Button id={addId} size="small" icon="add" onPress={() => add(options.length)}>
          {words.addOption}
        </Button>
      </div>
      <VisuallyHidden>
        <span role="status">{said}</span>
      </VisuallyHidden>
    </fieldset>
  );
}

function optionId(id: string): string {
  return `option-${id}`;
}
