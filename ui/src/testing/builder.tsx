import { act, fireEvent, screen, within } from '@testing-library/react';
import { vi } from 'vitest';
import type { Item, ShownWhen, TemplateContent, TemplateView, Topic } from '../bindings';
import { TemplateEditorPage } from '../features/builder';
import { isSection } from '../form/tree';
import { aDraft, aTemplate, fakeDrafts } from './drafts';
import { type Answers, type FakeCore, fakeCore, show } from './host';

/** Shown when this one is answered yes. */
export const asks = (source: string): ShownWhen => ({
  combine: 'all',
  groups: [{ combine: 'all', tests: [{ item: source, comparison: { is: 'yes' } }] }],
});
/** A *ja/nej*. */
export const question = (id: string, text: string, shownWhen?: ShownWhen): Item => ({
  id,
  text,
  help: '',
  required: true,
  kind: { type: 'yesNo' },
  ...(shownWhen ? { shownWhen } : {}),
});
/** A section of two, the second shown by the first. */
export const medicines: Item = {
  id: 's',
  text: 'Läkemedel',
  help: '',
  required: false,
  kind: { type: 'section' },
  items: [question('b', 'Tar du något?'), question('c', 'Hjälper det?', asks('b'))],
};
/** One, the section, one that is shown by what stands in it, and one more. */
export const form: Item[] = [
  question('a', 'Har du ont?'),
  medicines,
  question('d', 'Biverkningar?', asks('b')),
  question('e', 'Sover du?'),
];
const content: TemplateContent = {
  name: 'Uppföljning',
  handlerInstruction: '',
  purpose: '',
  answerUse: '',
  contact: '',
  body: [],
  answerable: true,
  form,
};

let core: FakeCore | null = null;
let opened: () => readonly Item[] = () => [];

/** The form as the core has it. */
export const now = (): readonly Item[] => opened();
/** What the core was asked to read. */
export const read = (): unknown => core?.asked('read_copied_items');

/** Says that something changed, as the core does. */
export const announce = (...topics: Topic[]): void => act(() => core?.announce(...topics));

/** A template in its own right; `id` tells two of them apart. */
export async function open(start: Item[] = form, more: Answers = {}, id = 'm'): Promise<void> {
  const drafts = fakeDrafts(aTemplate({ id, draft: aDraft({ ...content, form: start }) }));
  const view = drafts.open_template as () => TemplateView;
  opened = () => view().draft?.content.form ?? [];
  core = fakeCore({ ...drafts, read_copied_items: ({ text }) => JSON.parse(text).items, ...more });
  show(
    <main>
      <TemplateEditorPage id={id} />
    </main>,
  );
  await screen.findByRole('heading', { level: 1, name: 'Uppföljning' });
}

/** The form in its words: a section in brackets. */
export const inWords = (items: readonly Item[]): string =>
  items.map((item) => (isSection(item) ? `${item.text}(${inWords(item.items ?? [])})` : item.text)).join(' ');
/** What was done is saved. */
export const settle = (): Promise<void> =>
  act(async () => {
    await vi.advanceTimersByTimeAsync(500);
  });
export const press = (name: string): void => act(() => screen.getByRole('button', { name }).click());
/** A card's own. */
export const box = (name: string): HTMLElement => screen.getByRole('checkbox', { name: `Markera ${name}` });
export const tick = (name: string, shiftKey = false): void => {
  fireEvent.click(box(name), { shiftKey });
};
export const focus = (element: HTMLElement): void => act(() => element.focus());
/** What can be done with what is selected. */
export const bar = (): ReturnType<typeof within> =>
  within(screen.getByRole('region', { name: 'Det som är markerat' }));
export const pressInBar = (name: string): void =>
  act(() => {
    bar().getByRole('button', { name }).click();
  });
/** Whether it was said aloud last. */
export const said = (text: string): boolean =>
  screen.queryAllByRole('status').some((one) => one.textContent === text);
/** Pressed where focus is. */
export const key = (init: { key: string; ctrlKey?: boolean; shiftKey?: boolean }): void => {
  fireEvent.keyDown(document.activeElement ?? document.body, init);
};

/** A clipboard of the system's. */
export class Clipboard {
  readonly data = new Map<string, string>();
  readonly files: readonly File[] = [];
  setData(type: string, data: string): void {
    this.data.set(type, data);
  }
  getData(type: string): string {
    return this.data.get(type) ?? '';
  }
}
/** What our own data is called there. */
export const own = 'application/x-budkavle-items+json';
/** From the keys, where focus is. Whether the page left it to the webview. */
export const send = (what: 'copy' | 'cut' | 'paste', clipboardData: Clipboard): boolean =>
  fireEvent[what](document.activeElement ?? document.body, { clipboardData });
