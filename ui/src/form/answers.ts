import type { Answer, Item, ItemId } from '../bindings';
import { parseDate } from '../i18n/parse';

/** Answers by question, as they stand in the fields: what is typed is kept as typed until it is sent. */
export type Answers = Readonly<Record<ItemId, Answer>>;

/** How many files each question has. */
export type FileCounts = Readonly<Record<ItemId, number>>;

/** The answers with one of them changed; `null` takes it away. */
export function withAnswer(answers: Answers, item: ItemId, answer: Answer | null): Answers {
  const { [item]: _, ...others } = answers;
  return answer === null ? others : { ...others, [item]: answer };
}

/** Whether an answer says anything. */
export function saysSomething(answer: Answer | undefined): answer is Answer {
  if (answer === undefined) return false;
  switch (answer.type) {
    case 'text':
    case 'number':
    case 'date':
      return answer.value.trim() !== '';
    case 'choices':
      return answer.value.length > 0;
    case 'confirmed':
      return answer.value;
    case 'yesNo':
    case 'choice':
      return true;
  }
}

/** The answers as they are sent: without empty ones, without ones that the form does not ask for, dates as ÅÅÅÅ-MM-DD. */
export function toSend(form: readonly Item[], answers: Answers): Record<ItemId, Answer> {
  const sent: Record<ItemId, Answer> = {};
  for (const { id } of form) {
    const answer = answers[id];
    if (!saysSomething(answer)) continue;
    sent[id] =
      answer.type === 'date' ? { type: 'date', value: parseDate(answer.value) ?? answer.value } : answer;
  }
  return sent;
}

/** Whether the citizen can answer an item: information only stands there. */
export function isQuestion(item: Item): boolean {
  return item.kind.type !== 'information';
}
