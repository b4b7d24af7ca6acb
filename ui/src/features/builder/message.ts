import type { AttachmentLimits, Choice, Item, ItemId, Message, TemplateContent, Unit } from '../../bindings';
import { paragraphsOf } from '../../form/paragraphs';
import { t } from '../../i18n/sv';

/** What the national service allows a citizen to attach (domain/src/attachment.rs). */
export const national: AttachmentLimits = { maxBytes: 20_000_000, maxFiles: 5 };

/** The message that the template makes, as `domain/src/message.rs` fills it in, but with the slots that are not written still to be. */
export function messageOf(
  content: TemplateContent,
  unit: Unit,
  written: Readonly<Record<ItemId, string>> = {},
): Message {
  const slots = t.builder.message;
  return {
    heading: content.name.trim() || t.builder.unnamed,
    unitName: unit.name,
    unitHsaId: unit.hsaId,
    purpose: content.purpose.trim(),
    ...paragraphsOf(
      content,
      (slot, label) => written[slot]?.trim() || slots.slotPreview(label.trim() || slots.slotUnnamed),
    ),
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
