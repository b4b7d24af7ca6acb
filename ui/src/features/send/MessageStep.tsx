import { type ReactNode, useEffect } from 'react';
import type { AttachmentLimits, Message, TemplateContent } from '../../bindings';
import { Card } from '../../components/Card';
import { ErrorSummary, focusField } from '../../components/ErrorSummary';
import { Icon } from '../../components/Icon';
import { Spinner } from '../../components/Progress';
import { TextField } from '../../components/TextField';
import { LetterPreview } from '../../form';
import { t } from '../../i18n/sv';
import { filledIn, SLOT_MAX, type Slots, slotField, slotProblems, slotProblemText, slotsOf } from './compose';
import styles from './SendPage.module.css';

export interface MessageStepProps {
  readonly content: TemplateContent;
  /** The message without what is written here; `undefined` until the core has given it. */
  readonly frame: Message | undefined;
  readonly slots: Slots;
  readonly onWrite: (slot: string, text: string) => void;
  /** While it is being sent nothing more can be written. */
  readonly isReadOnly: boolean;
  /** How many times sending has been refused because something is missing. */
  readonly attempt: number;
}

/** What the national service allows a citizen to attach (domain/src/attachment.rs). */
const national: AttachmentLimits = { maxBytes: 20_000_000, maxFiles: 5 };

/** The text with its slots in place, the instruction beside, and the message as the citizen will see it. */
export function MessageStep(props: MessageStepProps): ReactNode {
  const { content, frame, slots, attempt } = props;
  const words = t.send.message;
  const first = slotsOf(content)[0]?.id;
  useEffect(() => {
    if (first !== undefined) focusField(slotField(first));
  }, [first]);
  const faults = attempt === 0 ? [] : slotProblems(content, slots);
  return (
    <Card title={words.heading}>
      <ErrorSummary
        attempt={attempt}
        faults={faults.map((fault) => ({
          field: slotField(fault.slot),
          text: slotProblemText(fault, content),
        }))}
      />
      <div className={styles.columns}>
        <div className={styles.filling}>
          {content.handlerInstruction.trim() !== '' && (
            <aside className={styles.instruction} aria-label={words.instruction}>
              <p className={styles.instructionName}>
                <Icon name="eyeOff" />
                {words.instruction}
              </p>
              <p className={styles.lines}>{content.handlerInstruction}</p>
              <p className={styles.help}>{words.hidden}</p>
            </aside>
          )}
          <Body {...props} />
        </div>
        <section className={styles.preview} aria-label={words.preview}>
          <h3 className={styles.previewName}>{words.preview}</h3>
          <div className={styles.sheet}>
            {frame ? (
              <LetterPreview message={filledIn(frame, content, slots)} limits={national} />
            ) : (
              <Spinner />
            )}
          </div>
        </section>
      </div>
    </Card>
  );
}

function Body({ content, slots, onWrite, isReadOnly, attempt }: MessageStepProps): ReactNode {
  const words = t.send.message;
  const faults = attempt === 0 ? [] : slotProblems(content, slots);
  return (
    <div className={styles.body}>
      {content.body.map((part) => {
        if (part.part === 'text') {
          return part.text.trim() === '' ? null : (
            <p key={part.id} className={styles.lines}>
              {part.text.trim()}
            </p>
          );
        }
        const fault = faults.find((one) => one.slot === part.id);
        return (
          <TextField
            key={part.id}
            id={slotField(part.id)}
            label={part.label.trim() || words.slotUnnamed}
            necessity={part.required ? 'required' : 'optional'}
            isMultiline
            maxLength={SLOT_MAX}
            isReadOnly={isReadOnly}
            value={slots[part.id] ?? ''}
            onChange={(text) => onWrite(part.id, text)}
            error={fault && slotProblemText(fault, content)}
          />
        );
      })}
      {slotsOf(content).length === 0 && <p className={styles.help}>{words.nothingToFill}</p>}
    </div>
  );
}
