import type { BodyPart, Message, SlotProblem, TemplateContent } from '../../bindings';
import { paragraphsOf } from '../../form/paragraphs';
import { t } from '../../i18n/sv';

/** Characters at most in a slot, as the core demands (domain/src/message.rs). */
export const SLOT_MAX = 4000;

/** What is written, by slot. */
export type Slots = Readonly<Record<string, string>>;

/** Whether anything is written. */
export function hasText(slots: Slots): boolean {
  return Object.values(slots).some((text) => text.trim() !== '');
}

/** A slot of a template. */
export type Slot = Extract<BodyPart, { part: 'slot' }>;

/** The template's slots, in their order. */
export function slotsOf(content: TemplateContent): Slot[] {
  return content.body.filter((part) => part.part === 'slot');
}

/** Only what belongs to this template: what was written for another is kept on the screen, and never sent. */
export function writtenFor(content: TemplateContent, slots: Slots): Record<string, string> {
  return Object.fromEntries(slotsOf(content).map(({ id }) => [id, slots[id] ?? '']));
}

/** The message with what is written now, in the frame that the core gave: paragraph by paragraph, as the core fills it in. */
export function filledIn(frame: Message, content: TemplateContent, slots: Slots): Message {
  return { ...frame, ...paragraphsOf(content, (slot) => slots[slot] ?? '') };
}

/** What the core would refuse, found before it is asked. */
export function slotProblems(content: TemplateContent, slots: Slots): SlotProblem[] {
  return slotsOf(content).flatMap((slot): SlotProblem[] => {
    const text = (slots[slot.id] ?? '').trim();
    if (text === '') return slot.required ? [{ problem: 'missing', slot: slot.id }] : [];
    return [...text].length > SLOT_MAX ? [{ problem: 'tooLong', slot: slot.id }] : [];
  });
}

/** A slot's problem in words. */
export function slotProblemText(problem: SlotProblem, content: TemplateContent): string {
  const slot = slotsOf(content).find(({ id }) => id === problem.slot);
  return t.send.message[problem.problem](slot?.label.trim() || t.send.message.slotUnnamed);
}

/** The id of a slot's field, by which a problem leads to it. */
export function slotField(slot: string): string {
  return `slot-${slot}`;
}
