import type { Answer, Item, ItemId } from '../bindings';
import { parseDate } from '../i18n/parse';
import { saysSomething } from './says';
import { shownOf } from './shown';

/** Answers by question, as they stand in the fields: what is typed is kept as typed until it is sent. */
export type Answers = Readonly<Record<ItemId, Answer>>;

/** How many files each question has. */
export type FileCounts = Readonly<Record<ItemId, number>>;

/** The answers with one of them changed; `null` takes it away. */
export function withAnswer(answers: Answers, item: ItemId, answer: Answer | null): Answers {
  const { [item]: _, ...others } = answers;
  return answer === null ? others : { ...others, [item]: answer };
}

/** The answers as they are sent: without empty ones, without ones that are not asked for, dates as ÅÅÅÅ-MM-DD. */
export function toSend(form: readonly Item[], answers: Answers): Record<ItemId, Answer> {
  const sent: Record<ItemId, Answer> = {};
  for (const { id } of shownOf(form, answers)) {
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
