import type { Answer, Item, ItemId, Row } from '../bindings';
import { parseDate, parseTime } from '../i18n/parse';
import { saysSomething } from './says';
import { type Shown, shownIn } from './shown';
import { isSection } from './tree';

/** Answers by question, as they stand in the fields: what is typed is kept as typed until it is sent. */
export type Answers = Readonly<Record<ItemId, Answer>>;

/** How many files each question has. */
export type FileCounts = Readonly<Record<ItemId, number>>;

/** The answers with one of them changed; `null` takes it away. */
export function withAnswer(answers: Answers, item: ItemId, answer: Answer | null): Answers {
  const { [item]: _, ...others } = answers;
  return answer === null ? others : { ...others, [item]: answer };
}

/** What stands in the fields before anybody has written in them, outside rows. */
export function initialAnswers(items: readonly Item[]): Answers {
  const found: Record<ItemId, Answer> = {};
  for (const item of items) {
    if (item.details?.initial !== undefined) found[item.id] = item.details.initial;
    if (item.kind.type === 'section') Object.assign(found, initialAnswers(item.items ?? []));
  }
  return found;
}

/** A new row of a repeated section. */
export function newRow(section: Item): Row {
  return { id: crypto.randomUUID(), answers: { ...initialAnswers(section.items ?? []) } };
}

/** The answers as they are sent: without empty ones, without ones that are not asked for, dates as ÅÅÅÅ-MM-DD. */
export function toSend(form: readonly Item[], answers: Answers): Record<ItemId, Answer> {
  return sentOf(form, answers, null, shownIn(form, answers));
}

function sentOf(
  items: readonly Item[],
  answers: Answers,
  row: string | null,
  shown: Shown,
): Record<ItemId, Answer> {
  const sent: Record<ItemId, Answer> = {};
  for (const item of items) {
    if (!shown.has(item.id, row)) continue;
    if (item.kind.type === 'section') {
      Object.assign(sent, sentOf(item.items ?? [], answers, row, shown));
      continue;
    }
    const answer = answers[item.id];
    if (!saysSomething(answer)) continue;
    sent[item.id] = answer.type === 'rows' ? rowsToSend(item, answer.value, shown) : tidied(answer);
  }
  return sent;
}

function rowsToSend(section: Item, rows: readonly Row[], shown: Shown): Answer {
  const sent = rows.map(({ id, answers }) => ({
    id,
    answers: sentOf(section.items ?? [], answers, id, shown),
  }));
  return { type: 'rows', value: sent };
}

function tidied(answer: Answer): Answer {
  switch (answer.type) {
    case 'date':
      return { type: 'date', value: parseDate(answer.value) ?? answer.value };
    case 'time':
      return { type: 'time', value: parseTime(answer.value) ?? answer.value };
    case 'dateTime': {
      const { date, time } = answer.value;
      return {
        type: 'dateTime',
        value: { date: parseDate(date) ?? date, time: parseTime(time) ?? time },
      };
    }
    default:
      return answer;
  }
}

/** Whether the citizen can answer an item by itself: information only stands there, and a section holds others. */
export function isQuestion(item: Item): boolean {
  return item.kind.type !== 'information' && item.kind.type !== 'foreign' && !isSection(item);
}
