import type { ReactNode } from 'react';
import type { ItemId, TemplateContent, Unit } from '../../../bindings';
import { TextField } from '../../../components/TextField';
import { LetterPreview } from '../../../form';
import { t } from '../../../i18n/sv';
import { messageOf, national } from '../message';
import styles from './Rehearsal.module.css';
import { Sheet, type SheetProps } from './Sheet';

export interface HandlerSideProps extends Pick<SheetProps, 'screen'> {
  readonly content: TemplateContent;
  readonly unit: Unit;
  readonly slots: Readonly<Record<ItemId, string>>;
  readonly onSlots: (slots: Readonly<Record<ItemId, string>>) => void;
}

/** What the handler reads and fills in, beside the message that it makes. */
export function HandlerSide({ content, unit, slots, onSlots, screen }: HandlerSideProps): ReactNode {
  const words = t.rehearsal;
  const toFill = content.body.flatMap((part) => (part.part === 'slot' ? [part] : []));
  return (
    <div className={styles.halves}>
      <Sheet screen={screen}>
        <LetterPreview message={messageOf(content, unit, slots)} limits={national} />
      </Sheet>
      <section className={styles.side} aria-label={words.views.handler}>
        <p className={styles.quiet}>{words.handlerHelp}</p>
        <h3>{words.instruction}</h3>
        <p className={styles.lines}>{content.handlerInstruction.trim() || words.noInstruction}</p>
        {toFill.length === 0 && <p>{words.noSlots}</p>}
        {toFill.map((slot) => (
          <TextField
            key={slot.id}
            label={slot.label.trim() || t.builder.message.slotUnnamed}
            isMultiline
            {...(slot.required ? {} : { necessity: 'optional' as const })}
            value={slots[slot.id] ?? ''}
            onChange={(text) => onSlots({ ...slots, [slot.id]: text })}
          />
        ))}
      </section>
    </div>
  );
}
