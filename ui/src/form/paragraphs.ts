import type { ItemId, Message, TemplateContent } from '../bindings';

/** The message's paragraphs and which of them have marks, as `domain/src/message.rs` makes them: what is written in a slot never has. */
export function paragraphsOf(
  { body, markup }: TemplateContent,
  inSlot: (slot: ItemId, label: string) => string,
): Pick<Message, 'paragraphs' | 'marked'> {
  const parts = body
    .map((part) => ({
      text: (part.part === 'text' ? part.text : inSlot(part.id, part.label)).trim(),
      isText: part.part === 'text',
    }))
    .filter(({ text }) => text !== '');
  const marked = parts.flatMap(({ isText }, at) => (isText ? [at] : []));
  return { paragraphs: parts.map(({ text }) => text), ...(markup ? { marked } : {}) };
}
