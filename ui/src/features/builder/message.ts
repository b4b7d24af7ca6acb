import type {
  AttachmentLimits,
  Choice,
  Item,
  ItemId,
  Message,
  MessageLanguage,
  TemplateContent,
  Unit,
} from '../../bindings';
import { placeOf } from '../../form/languages';
import { paragraphParts, paragraphsOf } from '../../form/paragraphs';
import { t } from '../../i18n/sv';
import { choicesIn } from './edit';

/** What the national service allows a citizen to attach (domain/src/attachment.rs). */
export const national: AttachmentLimits = { maxBytes: 20_000_000, maxFiles: 5 };

/** The message that the template makes, as `domain/src/message.rs` fills it in, but with the slots that are not written still to be. */
export function messageOf(
  content: TemplateContent,
  unit: Unit,
  written: Readonly<Record<ItemId, string>> = {},
): Message {
  const slots = t.builder.message;
  const inSlot = (slot: ItemId, label: string): string =>
    written[slot]?.trim() || slots.slotPreview(label.trim() || slots.slotUnnamed);
  return {
    heading: content.name.trim() || t.builder.unnamed,
    unitName: unit.name,
    unitHsaId: unit.hsaId,
    purpose: content.purpose.trim(),
    ...paragraphsOf(content, inSlot),
    answerUse: content.answerable ? content.answerUse.trim() : null,
    contact: content.contact.trim(),
    form: content.answerable ? content.form.map(nameless) : null,
    languages: languagesOf(content, inSlot),
  };
}

/** The languages as far as they are translated: only whole ones are sent. */
function languagesOf(
  content: TemplateContent,
  inSlot: (slot: ItemId, label: string) => string,
): MessageLanguage[] {
  const parts = paragraphParts(content, inSlot);
  return (content.translations ?? []).map(({ language, texts }) => ({
    language,
    paragraphs: parts.map(({ part }) => texts[placeOf.part(part.id)]?.text ?? null),
    texts: Object.fromEntries(Object.entries(texts).map(([place, one]) => [place, one?.text ?? ''])),
  }));
}

/** A question that is not written yet still has a place in the preview, and says so. One that is, is the same. */
function nameless(item: Item): Item {
  const words = t.builder.preview;
  const items = item.items?.map(nameless);
  const isSame = !items || items.every((one, at) => one === item.items?.[at]);
  const choices = choicesIn(item.kind);
  if (isSame && isWritten(item) && choices.every(isWritten)) return item;
  const named: Item = { ...item, text: item.text.trim() || words.noText, ...(items ? { items } : {}) };
  if (!('options' in item.kind)) return named;
  const written = (choices: Choice[]): Choice[] =>
    choices.map((one) => ({ ...one, text: one.text.trim() || words.noOption }));
  const kind = { ...item.kind, options: written(item.kind.options) };
  return { ...named, kind: kind.type === 'matrix' ? { ...kind, rows: written(kind.rows) } : kind };
}

function isWritten({ text }: { readonly text: string }): boolean {
  return text.trim() !== '';
}
