import { memo, type ReactNode } from 'react';
import type { Edit, TemplateContent, TextField as TextFieldName, Unit } from '../../bindings';
import { Card } from '../../components/Card';
import { Stack } from '../../components/Page';
import { TextField } from '../../components/TextField';
import { t } from '../../i18n/sv';
import styles from './Editor.module.css';
import { type FindingText, faultOf, fieldId } from './problems';

/** The contents that are one text each. */
export type Texts = Pick<TemplateContent, TextFieldName>;

interface PartProps {
  readonly content: Partial<Texts>;
  readonly edit: (edit: Edit) => void;
  readonly faults: readonly FindingText[];
}

type AboutProps = Omit<PartProps, 'content'> & Pick<Texts, 'name' | 'handlerInstruction'>;

/** Name, and what only the handler reads. */
export const About = memo(function About({ name, handlerInstruction, ...rest }: AboutProps): ReactNode {
  const props = { ...rest, content: { name, handlerInstruction } };
  const words = t.builder.settings;
  return (
    <Card title={words.heading}>
      <Stack>
        <Written {...props} field="name" label={words.name} help={words.nameHelp} maxLength={100} />
        <div className={styles.staffOnly}>
          <Written
            {...props}
            field="handlerInstruction"
            label={words.instruction}
            help={words.instructionHelp}
            isMultiline
            isOptional
          />
        </div>
      </Stack>
    </Card>
  );
});

type GuidelineProps = Omit<PartProps, 'content'> &
  Pick<TemplateContent, 'purpose' | 'answerUse' | 'contact' | 'answerable'> & {
    readonly unit: Unit | undefined;
  };

/** The four contents that the guideline demands. The first is the unit, and cannot be left out. */
export const Guideline = memo(function Guideline(given: GuidelineProps): ReactNode {
  const { purpose, answerUse, contact, answerable, unit, ...rest } = given;
  const props = { ...rest, content: { purpose, answerUse, contact } };
  const words = t.builder.guideline;
  return (
    <Card title={words.heading}>
      <Stack>
        <p className={styles.lead}>{words.lead}</p>
        <div className={styles.sender}>
          <p className={styles.label}>{words.sender}</p>
          <p>{unit?.name}</p>
          <p className={styles.help}>{words.senderHelp}</p>
        </div>
        <Written {...props} field="purpose" label={words.purpose} help={words.purposeHelp} isMultiline />
        {answerable && (
          <Written
            {...props}
            field="answerUse"
            label={words.answerUse}
            help={words.answerUseHelp}
            isMultiline
          />
        )}
        <Written {...props} field="contact" label={words.contact} help={words.contactHelp} isMultiline />
      </Stack>
    </Card>
  );
});

interface WrittenProps extends PartProps {
  readonly field: TextFieldName;
  readonly label: string;
  readonly help: string;
  readonly isMultiline?: boolean;
  readonly isOptional?: boolean;
  readonly maxLength?: number;
}

function Written(props: WrittenProps): ReactNode {
  const { content, edit, faults, field, label, help, isMultiline, isOptional, maxLength } = props;
  return (
    <TextField
      id={fieldId[field]}
      label={label}
      description={help}
      value={content[field] ?? ''}
      onChange={(text) => edit({ edit: 'write', field, text })}
      error={faultOf(faults, fieldId[field])}
      {...(isMultiline ? { isMultiline } : {})}
      {...(isOptional ? { necessity: 'optional' } : {})}
      {...(maxLength === undefined ? {} : { maxLength })}
    />
  );
}
