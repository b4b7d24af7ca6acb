import { type ReactNode, useEffect, useRef, useState } from 'react';
import type { Choice, ChoiceList, ChoiceRole, Edit, ItemId } from '../../bindings';
import { Badge } from '../../components/Badge';
import { Button, IconButton } from '../../components/Button';
import { Checkbox } from '../../components/Choice';
import { TextField } from '../../components/TextField';
import { VisuallyHidden } from '../../components/VisuallyHidden';
import { t } from '../../i18n/sv';
import styles from './Editor.module.css';
import { linesOf } from './lines';
import { newOption } from './make';
import { fieldId } from './problems';
import { useFocusAfter } from './useFocusAfter';
import { WholeNumberField } from './WholeNumberField';

export interface OptionsEditorProps {
  readonly item: ItemId;
  readonly list?: ChoiceList;
  readonly options: readonly Choice[];
  /** The roles that an alternative can be added in. */
  readonly roles?: readonly Exclude<ChoiceRole, 'plain'>[];
  /** Whether alternatives can be counted. */
  readonly hasScores?: boolean;
  readonly edit: (edit: Edit) => void;
  readonly fault: string | undefined;
}

/** The alternatives of a choice or the rows of a *matris*, in their order. Enter in one makes the next; a list that is pasted makes one each. */
export function OptionsEditor(props: OptionsEditorProps): ReactNode {
  const { item, list: name = 'options', options, roles = [], hasScores = false, edit, fault } = props;
  const words = t.builder.form.lists[name];
  const focusAfter = useFocusAfter();
  const [said, say] = useState('');
  const list = useRef<HTMLOListElement>(null);
  const addId = `add-${name}-${item}`;
  const isCounted = options.some(({ score }) => score !== undefined);

  const addEdit = (option: Choice, at: number): Edit => ({
    edit: 'addOption',
    item,
    option,
    at,
    ...(name === 'rows' ? { list: name } : {}),
  });
  const add = (option: Choice, at: number): void => {
    edit(addEdit(option, at));
    focusAfter(optionId(option.id));
  };
  const move = (option: Choice, from: number, to: number): void => {
    const place = Math.min(Math.max(to, 0), options.length - 1);
    if (place !== from) edit({ edit: 'moveOption', item, option: option.id, to: place });
    say(words.moved(place + 1, options.length));
  };
  const remove = (option: Choice, at: number): void => {
    edit({ edit: 'removeOption', item, option: option.id });
    say(words.removed);
    const neighbour = options[at + 1] ?? options[at - 1];
    focusAfter(neighbour ? optionId(neighbour.id) : addId);
  };
  /** The first line goes into the field, the others become new ones after it. */
  const paste = (at: number, lines: readonly string[]): void => {
    const [first = '', ...rest] = lines;
    const option = options[at];
    if (!option) return;
    const added = rest.map((text, index) => addEdit({ ...newOption(), text }, at + 1 + index));
    edit({
      edit: 'several',
      edits: [{ edit: 'writeOption', item, option: option.id, text: first }, ...added],
    });
    say(words.pasted(lines.length));
  };
  const count = (isOn: boolean): void =>
    edit({
      edit: 'several',
      edits: options.map(({ score: _, ...option }, at) => ({
        edit: 'changeOption',
        item,
        option: isOn ? { ...option, score: at } : option,
      })),
    });

  useEffect(() => {
    const element = list.current;
    const placeOf = (target: EventTarget | null): number =>
      target instanceof HTMLInputElement
        ? options.findIndex((option) => optionId(option.id) === target.id)
        : -1;
    const onEnter = (event: KeyboardEvent): void => {
      if (event.key !== 'Enter' || event.isComposing) return;
      const at = placeOf(event.target);
      if (at === -1) return;
      event.preventDefault();
      add(newOption(), at + 1);
    };
    const onPaste = (event: ClipboardEvent): void => {
      const at = placeOf(event.target);
      const lines = linesOf(event.clipboardData?.getData('text/plain') ?? '', /\r?\n|\t/);
      if (at === -1 || lines.length < 2) return;
      event.preventDefault();
      paste(at, lines);
    };
    element?.addEventListener('keydown', onEnter);
    element?.addEventListener('paste', onPaste);
    return () => {
      element?.removeEventListener('keydown', onEnter);
      element?.removeEventListener('paste', onPaste);
    };
  });

  return (
    <fieldset className={styles.options} id={name === 'rows' ? addId : fieldId.settings(item)}>
      <legend className={styles.label}>{words.heading}</legend>
      <ol ref={list} className={styles.optionList}>
        {options.map((option, at) => (
          <li key={option.id} className={styles.option}>
            <div className={styles.optionWords}>
              <TextField
                id={optionId(option.id)}
                label={<VisuallyHidden>{words.one(at + 1)}</VisuallyHidden>}
                value={option.text}
                onChange={(text) => edit({ edit: 'writeOption', item, option: option.id, text })}
              />
              {option.role && option.role !== 'plain' && (
                <Badge>{t.builder.form.roles[option.role].name}</Badge>
              )}
              {isCounted && (
                <WholeNumberField
                  label={<VisuallyHidden>{t.builder.form.score(at + 1)}</VisuallyHidden>}
                  value={option.score}
                  read={scoreIn}
                  onChange={(score) => edit({ edit: 'changeOption', item, option: { ...option, score } })}
                />
              )}
            </div>
            <div className={styles.optionActs}>
              <IconButton icon="up" label={words.up(at + 1)} onPress={() => move(option, at, at - 1)} />
              <IconButton icon="down" label={words.down(at + 1)} onPress={() => move(option, at, at + 1)} />
              <IconButton icon="close" label={words.remove(at + 1)} onPress={() => remove(option, at)} />
            </div>
          </li>
        ))}
      </ol>
      {fault !== undefined && <p className={styles.fault}>{fault}</p>}
      <div className={styles.optionAdds}>
        <Button id={addId} size="small" icon="add" onPress={() => add(newOption(), options.length)}>
          {words.add}
        </Button>
        {roles
          .filter((role) => options.every((option) => option.role !== role))
          .map((role) => (
            <Button
              key={role}
              size="small"
              tone="quiet"
              icon="add"
              onPress={() => {
                const { text } = t.builder.form.roles[role];
                add({ ...newOption(), text, role }, options.length);
              }}
            >
              {t.builder.form.roles[role].add}
            </Button>
          ))}
      </div>
      {hasScores && <Checkbox label={t.builder.form.scores} isSelected={isCounted} onChange={count} />}
      <VisuallyHidden>
        <span role="status">{said}</span>
      </VisuallyHidden>
    </fieldset>
  );
}

/** A whole number, with either minus sign; nothing when it is none, or has more than six digits. */
export function scoreIn(typed: string): number | null {
  const text = typed.trim();
  return /^[-\u2212]?\d{1,6}$/.test(text) ? Number(text.replace('\u2212', '-')) : null;
}

function optionId(id: string): string {
  return `option-${id}`;
}
