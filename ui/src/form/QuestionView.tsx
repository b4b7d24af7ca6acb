import type { ReactNode } from 'react';
import type { Answer, AttachmentLimits, DateLimit, FileKinds, Item, ItemKind, TextFormat } from '../bindings';
import { Checkbox, type Option, RadioGroup } from '../components/Choice';
import type { FieldProps } from '../components/Field';
import { FileField } from '../components/FileField';
import { DateField, NumberField, TextField, TimeField } from '../components/TextField';
import { formatFileSize, withComma } from '../i18n/format';
import { t } from '../i18n/sv';
import { ChoiceQuestion, MatrixQuestion } from './ChoiceQuestion';
import { dayOf, limitOn } from './check';
import { DateTimeQuestion } from './DateTimeQuestion';
import styles from './Form.module.css';
import { FormattedText } from './FormattedText';
import type { FormFiles } from './FormView';
import { Information } from './Information';
import { PictureView } from './PictureView';
import { Said, useSpoken } from './Spoken';

export interface QuestionViewProps {
  readonly item: Item;
  /** The field's id in the page. */
  readonly fieldId: string;
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
  const { yes, no } = useSpoken();
  const shared: FieldProps = {
    id: props.fieldId,
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
          {...(kind.type === 'shortText' ? inputFor(kind.format) : {})}
        />
      );
    case 'yesNo':
      return (
        <RadioGroup
          {...shared}
          options={[
            { value: 'yes', label: <Said>{yes}</Said> },
            { value: 'no', label: <Said>{no}</Said> },
          ]}
          value={answer?.type === 'yesNo' ? (answer.value ? 'yes' : 'no') : null}
          onChange={(value) => onAnswer({ type: 'yesNo', value: value === 'yes' })}
          isRow
        />
      );
    case 'singleChoice':
    case 'dropdown':
    case 'multipleChoice':
      return <ChoiceQuestion kind={kind} shared={shared} answer={answer} onAnswer={onAnswer} />;
    case 'matrix':
      return <MatrixQuestion kind={kind} shared={shared} answer={answer} onAnswer={onAnswer} />;
    case 'number':
      return (
        <NumberField
          {...shared}
          value={answer?.type === 'number' ? answer.value : ''}
          onChange={(value) => onAnswer(value === '' ? null : { type: 'number', value })}
          after={kind.unit.trim() === '' ? undefined : <Said>{kind.unit}</Said>}
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
    case 'time':
      return (
        <TimeField
          {...shared}
          value={answer?.type === 'time' ? answer.value : ''}
          onChange={(value) => onAnswer(value === '' ? null : { type: 'time', value })}
        />
      );
    case 'dateTime':
      return <DateTimeQuestion shared={shared} answer={answer} onAnswer={onAnswer} />;
    case 'confirmation':
      return (
        <Checkbox
          {...shared}
          isSelected={answer?.type === 'confirmed' && answer.value}
          onChange={(value) => onAnswer(value ? { type: 'confirmed', value } : null)}
        />
      );
    case 'attachment':
      return <FileQuestion {...props} shared={shared} kind={kind} />;
    case 'information':
      return <Information item={item} look={kind.style ?? 'plain'} />;
    // Sections are shown by whoever shows what they hold, and what cannot be asked here is shown to nobody.
    case 'section':
    case 'repeatedSection':
    case 'foreign':
      return null;
  }
}

/** So that a phone shows the keys that are needed. */
function inputFor(format: TextFormat | undefined): { readonly inputMode?: 'tel' | 'email' | 'numeric' } {
  switch (format) {
    case 'phone':
      return { inputMode: 'tel' };
    case 'email':
      return { inputMode: 'email' };
    case 'personNumber':
      return { inputMode: 'numeric' };
    default:
      return {};
  }
}

/** The first and the last say what they mean, also to those who hear them one by one. */
function stepsOf({ min, max, low, high }: Extract<ItemKind, { type: 'scale' }>): Option[] {
  const steps = Array.from({ length: Math.max(0, max - min + 1) }, (_, at) => min + at);
  const meaning = (step: number): string => (step === min ? low : step === max ? high : '').trim();
  return steps.map((step) => ({
    value: String(step),
    label: String(step),
    ...(meaning(step) === '' ? {} : { description: <Said>{meaning(step)}</Said> }),
  }));
}

/** Text that the administrator broke into lines. */
function Words({ text }: { text: string }): ReactNode {
  const { words } = useSpoken();
  return (
    <span {...words} className={styles.lines}>
      {text}
    </span>
  );
}

/** The administrator's picture and help, and what the field itself asks for. */
function help({ help: written, kind, picture }: Item): ReactNode {
  const asked = askedBy(kind);
  const help = written.trim();
  if (help === '' && asked === '' && !picture) return undefined;
  return (
    <>
      <PictureView picture={picture} />
      {help !== '' && <FormattedText text={help} />}
      {asked !== '' && <p>{asked}</p>}
    </>
  );
}

function askedBy(kind: ItemKind): string {
  const words = t.form;
  switch (kind.type) {
    case 'multipleChoice':
      return words.several;
    case 'date':
      return [t.components.datePattern, dateRange(kind)].filter((part) => part !== '').join('. ');
    case 'shortText':
      return words.formats[kind.format ?? 'any'];
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

function dateRange({ earliest, latest }: Extract<ItemKind, { type: 'date' }>): string {
  const words = t.form.dates;
  const today = dayOf(new Date());
  const on = (limit: DateLimit): string => limitOn(limit, today);
  if (earliest && latest) return words.between(on(earliest), on(latest));
  if (earliest) return words.from(on(earliest));
  return latest ? words.until(on(latest)) : '';
}

function range(min: string | null, max: string | null): string {
  const words = t.form.number;
  if (min !== null && max !== null) return words.between(withComma(min), withComma(max));
  if (min !== null) return words.least(withComma(min));
  return max === null ? '' : words.most(withComma(max));
}

/** A hint for the file chooser, by which a phone also turns its own image formats into JPEG. The content decides. */
const accept: Record<FileKinds, readonly string[]> = {
  any: ['application/pdf', ...images()],
  images: images(),
  pdf: ['application/pdf'],
};

function images(): readonly string[] {
  return ['jpeg', 'png', 'gif', 'webp', 'bmp', 'tiff'].map((kind) => `image/${kind}`);
}

interface FileQuestionProps extends Pick<QuestionViewProps, 'item' | 'limits' | 'files'> {
  readonly shared: FieldProps;
  readonly kind: Extract<ItemKind, { type: 'attachment' }>;
}

function FileQuestion({ item, limits, files, shared, kind }: FileQuestionProps): ReactNode {
  const most = Math.min(kind.maxFiles, limits.maxFiles);
  const bytes = Math.min((kind.maxMegabytes ?? Number.POSITIVE_INFINITY) * 1_000_000, limits.maxBytes);
  const accepts = kind.accepts ?? 'any';
  return (
    <FileField
      {...shared}
      description={
        <>
          <PictureView picture={item.picture} />
          {item.help.trim() !== '' && <FormattedText text={item.help} />}
          <p>{t.form.files.limits(t.form.files.kinds[accepts], most, formatFileSize(bytes))}</p>
          {!files && <p>{t.form.files.notInPreview}</p>}
        </>
      }
      accept={[...accept[accepts]]}
      allowsMultiple={most > 1}
      isDisabled={!files}
      files={files?.of(item.id) ?? []}
      onChoose={(chosen) => files?.onChoose(item.id, chosen)}
      onRemove={(file) => files?.onRemove(item.id, file)}
      onRetry={(file) => files?.onRetry(item.id, file)}
    />
  );
}
