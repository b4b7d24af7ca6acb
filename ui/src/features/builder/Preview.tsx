import { memo, type ReactNode, useMemo, useState } from 'react';
import type { AttachmentLimits, Choice, Item, Message, TemplateContent, Unit } from '../../bindings';
import { Spinner } from '../../components/Progress';
import { LetterPreview } from '../../form';
import { t } from '../../i18n/sv';
import styles from './Preview.module.css';

export interface PreviewProps {
  readonly content: TemplateContent;
  readonly unit: Unit | undefined;
}

/** What the national service allows a citizen to attach (domain/src/attachment.rs). */
const national: AttachmentLimits = { maxBytes: 20_000_000, maxFiles: 5 };

/** What scrolls by itself takes focus, so that the arrows can scroll it (WCAG 2.2, SC 2.1.1). */
const scrollable = { tabIndex: 0 } as const;

/** The message as the citizen sees it, with the slots marked where the handler's words will stand. */
export const Preview = memo(function Preview({ content, unit }: PreviewProps): ReactNode {
  const words = t.builder.preview;
  const [scroller, setScroller] = useState<HTMLElement | null>(null);
  const message = useMemo(() => unit && messageOf(content, unit), [content, unit]);
  return (
    <section
      ref={setScroller}
      {...scrollable}
      className={styles.preview}
      aria-label={words.heading}
      data-preview=""
    >
      <div className={styles.head}>
        <h2 className={styles.heading}>{words.heading}</h2>
        <p className={styles.note}>{words.example}</p>
      </div>
      <div className={styles.sheet}>
        {message && scroller ? (
          <LetterPreview message={message} limits={national} scroller={scroller} />
        ) : (
          <Spinner />
        )}
      </div>
    </section>
  );
});

/** The message that the template makes, as `domain/src/message.rs` fills it in, but with the slots still to be written. */
export function messageOf(content: TemplateContent, unit: Unit): Message {
  const slots = t.builder.message;
  const paragraphs = content.body.map((part) =>
    part.part === 'text' ? part.text.trim() : slots.slotPreview(part.label.trim() || slots.slotUnnamed),
  );
  return {
    heading: content.name.trim() || t.builder.unnamed,
    unitName: unit.name,
    unitHsaId: unit.hsaId,
    purpose: content.purpose.trim(),
    paragraphs: paragraphs.filter((paragraph) => paragraph !== ''),
    answerUse: content.answerable ? content.answerUse.trim() : null,
    contact: content.contact.trim(),
    form: content.answerable ? content.form.map(nameless) : null,
  };
}

/** A question that is not written yet still has a place in the preview, and says so. */
function nameless(item: Item): Item {
  const words = t.builder.preview;
  const text = item.text.trim() || words.noText;
  const items = item.items ? { items: item.items.map(nameless) } : {};
  if (!('options' in item.kind)) return { ...item, text, ...items };
  const written = (choices: Choice[]): Choice[] =>
    choices.map((one) => ({ ...one, text: one.text.trim() || words.noOption }));
  const kind = { ...item.kind, options: written(item.kind.options) };
  return { ...item, text, kind: kind.type === 'matrix' ? { ...kind, rows: written(kind.rows) } : kind };
}
