import type { BodyPart, ItemId, Message, TemplateContent } from '../bindings';

type InSlot = (slot: ItemId, label: string) => string;

/** The parts of a message that become paragraphs, as `domain/src/message.rs` chooses them. */
export function paragraphParts(
  { body }: Pick<TemplateContent, 'body'>,
  inSlot: InSlot,
): readonly { readonly part: BodyPart; readonly text: string }[] {
  return body
    .map((part) => ({
      part,
      text: (part.part === 'text' ? part.text : inSlot(part.id, part.label)).trim(),
    }))
    .filter(({ text }) => text !== '');
}

/** The message's paragraphs and which of them have marks: what is written in a slot never has. */
export function paragraphsOf(
  content: TemplateContent,
  inSlot: InSlot,
): Pick<Message, 'paragraphs' | 'marked'> {
  const parts = paragraphParts(content, inSlot);
  const marked = parts.flatMap(({ part }, at) => (part.part === 'text' ? [at] : []));
  return { paragraphs: parts.map(({ text }) => text), ...(content.markup ? { marked } : {}) };
}
