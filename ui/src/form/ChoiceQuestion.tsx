import type { ReactNode } from 'react';
import type { Answer, Choice, ItemKind } from '../bindings';
import { CheckboxGroup, type Option, RadioGroup } from '../components/Choice';
import type { FieldProps } from '../components/Field';
import { Select } from '../components/Select';
import { TextField } from '../components/TextField';
import { t } from '../i18n/sv';
import { longestOther } from './check';
import { FieldGroup } from './FieldGroup';
import styles from './Form.module.css';
import { Said, useSpoken } from './Spoken';
import { chosenIn } from './shown';

type ChoiceKind = Extract<ItemKind, { type: 'singleChoice' | 'dropdown' | 'multipleChoice' }>;

interface QuestionProps<K extends ItemKind> {
  readonly kind: K;
  readonly shared: FieldProps;
  readonly answer: Answer | undefined;
  readonly onAnswer: (answer: Answer | null) => void;
}

/** *Ett val*, *rullista* and *flera val*, and what is meant by *Annat*. */
export function ChoiceQuestion({ kind, shared, answer, onAnswer }: QuestionProps<ChoiceKind>): ReactNode {
  const chosen = chosenIn(answer);
  const text = answer?.type === 'written' ? answer.value.text : '';
  const other = kind.options.find((option) => option.role === 'other' && chosen.includes(option.id));
  const choose = (ids: readonly string[]): void => onAnswer(answerOf(kind, ids, text));
  return (
    <div className={styles.withOther}>
      <Field kind={kind} shared={shared} chosen={chosen} choose={choose} />
      {other && (
        <TextField
          id={`${shared.id}-annat`}
          label={t.form.other(other.text.trim())}
          value={text}
          maxLength={longestOther}
          onChange={(written) => onAnswer({ type: 'written', value: { chosen: [...chosen], text: written } })}
        />
      )}
    </div>
  );
}

interface FieldOfChoiceProps extends Pick<QuestionProps<ChoiceKind>, 'kind' | 'shared'> {
  readonly chosen: readonly string[];
  readonly choose: (ids: readonly string[]) => void;
}

function Field({ kind, shared, chosen, choose }: FieldOfChoiceProps): ReactNode {
  const { words } = useSpoken();
  const options = optionsOf(kind.options);
  const one = { ...shared, options, value: chosen[0] ?? null };
  switch (kind.type) {
    case 'singleChoice':
      return <RadioGroup {...one} onChange={(id) => choose([id])} />;
    case 'dropdown':
      return (
        <Select
          {...one}
          options={kind.options.map(({ id, text }) => ({ value: id, label: text, words }))}
          onChange={(id) => choose([id])}
        />
      );
    case 'multipleChoice':
      return (
        <CheckboxGroup
          {...shared}
          options={options}
          value={chosen}
          onChange={(ids) => choose(together(kind.options, chosen, ids))}
        />
      );
  }
}

/** *Inget av ovanstående* takes the others away, and any other takes it away. */
function together(
  options: readonly Choice[],
  before: readonly string[],
  chosen: readonly string[],
): readonly string[] {
  const exclusive = new Set(options.filter(({ role }) => role === 'exclusive').map(({ id }) => id));
  const added = chosen.find((id) => !before.includes(id));
  if (added === undefined) return chosen;
  return exclusive.has(added) ? [added] : chosen.filter((id) => !exclusive.has(id));
}

/** Words belong to *Annat*, and go with it. */
function answerOf(kind: ChoiceKind, chosen: readonly string[], text: string): Answer | null {
  const [first] = chosen;
  if (first === undefined) return null;
  const asksWhat = kind.options.some((option) => option.role === 'other' && chosen.includes(option.id));
  if (asksWhat) return { type: 'written', value: { chosen: [...chosen], text } };
  return kind.type === 'multipleChoice'
    ? { type: 'choices', value: [...chosen] }
    : { type: 'choice', value: first };
}

/** *Matris*: the same alternatives for each row. Row by row, which a phone has room for and a screen reader follows. */
export function MatrixQuestion(props: QuestionProps<Extract<ItemKind, { type: 'matrix' }>>): ReactNode {
  const { kind, shared, answer, onAnswer } = props;
  const chosen = answer?.type === 'matrix' ? answer.value : {};
  const options = optionsOf(kind.options);
  return (
    <FieldGroup shared={shared}>
      {kind.rows.map((row) => (
        <RadioGroup
          key={row.id}
          label={<Said>{row.text}</Said>}
          options={options}
          value={chosen[row.id] ?? null}
          onChange={(option) => onAnswer({ type: 'matrix', value: { ...chosen, [row.id]: option } })}
          isRow
        />
      ))}
    </FieldGroup>
  );
}

function optionsOf(choices: readonly Choice[]): Option[] {
  return choices.map((choice) => ({ value: choice.id, label: <Said>{choice.text}</Said> }));
}
