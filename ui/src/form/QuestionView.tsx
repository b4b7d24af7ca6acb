import type { ReactNode } from 'react';
import type { Answer, AttachmentLimits, Item, ItemKind } from '../bindings';
import { Checkbox, CheckboxGroup, type Option, RadioGroup } from '../components/Choice';
import type { FieldProps } from '../components/Field';
import { FileField } from '../components/FileField';
import { DateField, NumberField, TextField } from '../components/TextField';
import { formatFileSize, withComma } from '../i18n/format';
import { t } from '../i18n/sv';
import styles from './Form.module.css';
import type { FormFiles } from './FormView';
import { fieldId } from './faults';

export interface QuestionViewProps {
  readonly item: Item;
  readonly answer: Answer | undefined;
  /** `null` when the answer is taken away. */
  readonly onAnswer: (answer: Answer | null) => void;
  readonly necessity: 'required' | 'optional' | undefined;
  readonly error: string | undefined;
  readonly limits: AttachmentLimits;
  readonly files: FormFiles | undefined;
}

/** One item of the form: a question with its field, or information between questions. */
export function QuestionView(props: QuestionViewProps): ReactNode {
  const { item, answer, onAnswer, necessity, error } = props;
  const { kind } = item;
  const shared: FieldProps = {
    id: fieldId(item.id),
    label: <Words text={item.text} />,
    description: help(item),
    error,
    necessity,
  };
  switch (kind.type) {
    case 'longText':
    case 'shortText':
      return (
        <TextField
          {...shared}
          value={answer?.type === 'text' ? answer.value : ''}
          onChange={(value) => onAnswer(value === '' ? null : { type: 'text', value })}
          isMultiline={kind.type === 'longText'}
          maxLength={kind.maxLength}
        />
      );
    case 'yesNo':
      return (
        <RadioGroup
          {...shared}
          options={yesAndNo}
          value={answer?.type === 'yesNo' ? (answer.value ? 'yes' : 'no') : null}
          onChange={(value) => onAnswer({ type: 'yesNo', value: value === 'yes' })}
          isRow
        />
      );
    case 'singleChoice':
      return (
        <RadioGroup
          {...shared}
          options={optionsOf(kind)}
          value={answer?.type === 'choice' ? answer.value : null}
          onChange={(value) => onAnswer({ type: 'choice', value })}
        />
      );
    case 'multipleChoice':
      return (
        <CheckboxGroup
          {...shared}
          options={optionsOf(kind)}
          value={answer?.type === 'choices' ? answer.value : []}
          onChange={(value) => onAnswer(value.length === 0 ? null : { type: 'choices', value })}
        />
      );
    case 'number':
      return (
        <NumberField
          {...shared}
          value={answer?.type === 'number' ? answer.value : ''}
          onChange={(value) => onAnswer(value === '' ? null : { type: 'number', value })}
          after={kind.unit.trim() === '' ? undefined : kind.unit}
        />
      );
    case 'scale':
      return (
        <RadioGroup
          {...shared}
          options={stepsOf(kind)}
          value={answer?.type === 'number' ? answer.value : null}
          onChange={(value) => onAnswer({ type: 'number', value })}
          isRow
        />
      );
    case 'date':
      return (
        <DateField
          {...shared}
          value={answer?.type === 'date' ? answer.value : ''}
          onChange={(value) => onAnswer(value === '' ? null : { type: 'date', value })}
        />
      );
    case 'confirmation':
      return (
        <Checkbox
          {...shared}
          isSelected={answer?.type === 'confirmed' && answer.value}
          onChange={(value) => onAnswer(value ? { type: 'confirmed', value } : null)}
        />
      );
    case 'attachment':
      return <FileQuestion {...props} shared={shared} maxFiles={kind.maxFiles} />;
    case 'information':
      return (
        <div className={styles.information}>
          <p className={styles.lines}>{item.text}</p>
          {item.help.trim() !== '' && <p className={styles.lines}>{item.help}</p>}
        </div>
      );
  }
}

const yesAndNo = [
  { value: 'yes', label: t.form.yes },
  { value: 'no', label: t.form.no },
] as const;

function optionsOf(kind: Extract<ItemKind, { options: unknown }>): Option[] {
  return kind.options.map((option) => ({ value: option.id, label: option.text }));
}

/** The first and the last say what they mean, also to those who hear them one by one. */
function stepsOf({ min, max, low, high }: Extract<ItemKind, { type: 'scale' }>): Option[] {
  const steps = Array.from({ length: Math.max(0, max - min + 1) }, (_, at) => min + at);
  const meaning = (step: number): string => (step === min ? low : step === max ? high : '').trim();
  return steps.map((step) => ({
    value: String(step),
    label: String(step),
    ...(meaning(step) === '' ? {} : { description: meaning(step) }),
  }));
}

/** Text that the administrator broke into lines. */
function Words({ text }: { text: string }): ReactNode {
  return <span className={styles.lines}>{text}</span>;
}

/** The administrator's help, and what the field itself asks for. */
function help({ help: written, kind }: Item): ReactNode {
  const asked = askedBy(kind);
  const parts = [written.trim(), asked].filter((part) => part !== '');
  return parts.length === 0 ? undefined : <Words text={parts.join('\n')} />;
}

function askedBy(kind: ItemKind): string {
  const words = t.form;
  switch (kind.type) {
    case 'multipleChoice':
      return words.several;
    case 'date':
      return t.components.datePattern;
    case 'number':
      return [
        kind.unit.trim() === '' ? '' : words.number.inUnit(kind.unit.trim()),
        kind.decimals === 0 ? words.number.whole : '',
        range(kind.min, kind.max),
      ]
        .filter((part) => part !== '')
        .join(' ');
    default:
      return '';
  }
}

function range(min: string | null, max: string | null): string {
  const words = t.form.number;
  if (min !== null && max !== null) return words.between(withComma(min), withComma(max));
  if (min !== null) return words.least(withComma(min));
  return max === null ? '' : words.most(withComma(max));
}

/** A hint for the file chooser, by which a phone also turns its own image formats into JPEG. The content decides. */
const accept = [
  'application/pdf',
  'image/jpeg',
  'image/png',
  'image/gif',
  'image/webp',
  'image/bmp',
  'image/tiff',
];

interface FileQuestionProps extends Pick<QuestionViewProps, 'item' | 'limits' | 'files'> {
  readonly shared: FieldProps;
  readonly maxFiles: number;
}

function FileQuestion({ item, limits, files, shared, maxFiles }: FileQuestionProps): ReactNode {
  const most = Math.min(maxFiles, limits.maxFiles);
  return (
    <FileField
      {...shared}
      description={
        <>
          {item.help.trim() !== '' && <p className={styles.lines}>{item.help}</p>}
          <p>{t.form.files.limits(most, formatFileSize(limits.maxBytes))}</p>
          {!files && <p>{t.form.files.notInPreview}</p>}
        </>
      }
      accept={accept}
      allowsMultiple={most > 1}
      isDisabled={!files}
      files={files?.of(item.id) ?? []}
      onChoose={(chosen) => files?.onChoose(item.id, chosen)}
      onRemove={(file) => files?.onRemove(item.id, file)}
      onRetry={(file) => files?.onRetry(item.id, file)}
    />
  );
}
