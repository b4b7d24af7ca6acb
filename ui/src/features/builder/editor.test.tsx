import { act, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { DraftView, TemplateContent, TemplateView, Unit } from '../../bindings';
import { clearToasts } from '../../components/Toast';
import { violations } from '../../testing/axe';
import { aDraft, aTemplate, fakeDrafts } from '../../testing/drafts';
import { type Answers, type FakeCore, fakeCore, refuse, show } from '../../testing/host';
import { TemplateEditorPage } from '.';
import { apply } from './edit';

const unit: Unit = {
  id: 'u',
  name: 'Exempelmottagningen',
  hsaId: 'SE2321000016-EX01',
  contact: 'Ring oss.',
  retention: { attachmentHours: 72, copyHours: 24 },
  secureFolder: '',
  approval: false,
  example: true,
};

const content: TemplateContent = {
  name: 'Ordination järn',
  handlerInstruction: 'Kontrollera provsvaret.',
  purpose: 'Ny ordination',
  answerUse: 'Sparas i journalen',
  contact: 'Ring oss.',
  body: [
    { part: 'text', id: 't', text: 'Här är din ordination.' },
    { part: 'slot', id: 's', label: 'Ordination', required: true },
  ],
  answerable: true,
  form: [
    { id: 'a', text: 'Har du läst?', help: '', required: true, kind: { type: 'confirmation' } },
    {
      id: 'b',
      text: 'Hur mår du?',
      help: '',
      required: true,
      kind: {
        type: 'singleChoice',
        options: [
          { id: 'o1', text: 'Bra' },
          { id: 'o2', text: 'Dåligt' },
        ],
      },
    },
  ],
};

const published = { version: 'v3', number: 3, published: Date.UTC(2026, 10, 2), content, open: 0 };
const draftOf = (draft: Partial<DraftView> = {}): DraftView => aDraft(content, draft);
const viewOf = (view: Partial<TemplateView> = {}): TemplateView =>
  aTemplate({ status: 'published', draft: draftOf(), published, ...view });

function core(view: TemplateView, more: Answers = {}): FakeCore {
  return fakeCore({
    unit_settings: unit,
    ...fakeDrafts(view),
    ...more,
  });
}

async function open(view = viewOf(), more: Answers = {}): Promise<FakeCore> {
  const asked = core(view, more);
  show(
    <main>
      <TemplateEditorPage id="m" />
    </main>,
  );
  await screen.findByRole('heading', { level: 1, name: 'Ordination järn' });
  return asked;
}

const button = (name: string): HTMLElement => screen.getByRole('button', { name });
const press = (name: string): void => act(() => button(name).click());
const write = (label: string | RegExp, value: string): void => {
  fireEvent.change(screen.getByRole('textbox', { name: label }), { target: { value } });
};
/** What all edits that were sent come to. */
const lastSaved = (asked: FakeCore): TemplateContent =>
  asked
    .asked('edit_draft')
    .flatMap(({ edits }) => edits)
    .reduce(apply, content);
const questions = (): (string | null)[] =>
  within(screen.getByRole('list', { name: 'Frågor' }))
    .getAllByRole('textbox', { name: /^(Fråga|Det invånaren bekräftar|Text|Vad ska bifogas\?)$/ })
    .map((field) =>
      field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement ? field.value : null,
    );
const key = (
  target: Element,
  init: { key: string; ctrlKey?: boolean; shiftKey?: boolean; altKey?: boolean },
): void => {
  fireEvent.keyDown(target, init);
};

beforeEach(() => {
  vi.useFakeTimers({ shouldAdvanceTime: true });
});
afterEach(() => {
  act(() => clearToasts());
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

const settle = (): Promise<void> =>
  act(async () => {
    await vi.advanceTimersByTimeAsync(500);
  });

describe('the editor', () => {
  it('saves every edit within 400 ms and says when', async () => {
    const asked = await open();
    expect(screen.getByText('Allt är sparat')).toBeTruthy();
    write('Syfte', 'Ny dos');
    expect(screen.getByText('Sparar …')).toBeTruthy();
    await settle();
    expect(asked.asked('edit_draft')).toEqual([
      { template: 'm', revision: 7, edits: [{ edit: 'write', field: 'purpose', text: 'Ny dos' }] },
    ]);
    expect(screen.getByText('Sparat 14:03')).toBeTruthy();
    write('Syfte', 'Ny dos järn');
    await settle();
    expect(asked.asked('edit_draft')[1]).toMatchObject({ revision: 8 });
  });

  it('saves at once when a field is left', async () => {
    const asked = await open();
    write('Syfte', 'Ny dos');
    // In the same breath: no time passes in which the delayed save could have come first.
    fireEvent.focusOut(screen.getByRole('textbox', { name: 'Syfte' }));
    expect(lastSaved(asked).purpose).toBe('Ny dos');
  });

  it('overwrites nothing when another window has saved, and fetches what is saved', async () => {
    const asked = await open();
    const theirs = draftOf({ content: { ...content, purpose: 'Annans text' }, revision: 12 });
    asked.answer({
      edit_draft: () => refuse({ code: 'templateChangedElsewhere' }),
      open_template: viewOf({ draft: theirs }),
    });
    write('Syfte', 'Min text');
    await settle();
    expect(screen.getByRole('alert').textContent).toContain('Mallen har ändrats i ett annat fönster.');
    write('Syfte', 'Min text igen');
    await settle();
    expect(asked.asked('edit_draft')).toHaveLength(1);
    press('Hämta den sparade versionen');
    await waitFor(() => expect(screen.getByDisplayValue('Annans text')).toBeTruthy());
    expect(screen.queryByRole('alert')).toBeNull();
  });

  it('keeps what is written when saving fails, and tries again', async () => {
    const { edit_draft } = fakeDrafts(viewOf());
    const asked = await open(viewOf(), { edit_draft: () => refuse({ code: 'diskFull' }) });
    write('Syfte', 'Ny dos');
    await settle();
    expect(screen.getByText('Inte sparat')).toBeTruthy();
    asked.answer({ edit_draft });
    press('Försök igen');
    await settle();
    expect(screen.getByText('Sparat 14:03')).toBeTruthy();
    expect(lastSaved(asked).purpose).toBe('Ny dos');
  });

  it('adds a question by a click and puts focus in it', async () => {
    const asked = await open();
    press('Datum');
    await settle();
    expect(lastSaved(asked).form.map((item) => item.kind.type)).toEqual([
      'confirmation',
      'singleChoice',
      'date',
    ]);
    expect(document.activeElement?.id).toBe(`item-${lastSaved(asked).form[2]?.id}`);
  });

  it('moves a question by button and by Alt and arrow', async () => {
    await open();
    expect(questions()).toEqual(['Har du läst?', 'Hur mår du?']);
    press('Flytta ned Fråga 1');
    expect(questions()).toEqual(['Hur mår du?', 'Har du läst?']);
    key(screen.getByDisplayValue('Har du läst?'), { key: 'ArrowUp', altKey: true });
    expect(questions()).toEqual(['Har du läst?', 'Hur mår du?']);
  });

  it('duplicates a question after itself', async () => {
    await open();
    press('Duplicera Fråga 1');
    expect(questions()).toEqual(['Har du läst?', 'Har du läst?', 'Hur mår du?']);
  });

  it('removes a question and gives it back in its place', async () => {
    await open();
    press('Ta bort Fråga 1');
    expect(questions()).toEqual(['Hur mår du?']);
    write('Syfte', 'Annat under tiden');
    press('Ångra');
    expect(questions()).toEqual(['Har du läst?', 'Hur mår du?']);
    expect(screen.getByDisplayValue('Annat under tiden')).toBeTruthy();
  });

  it('undoes and redoes by keyboard, also inside a field, and says what', async () => {
    await open();
    const field = screen.getByRole('textbox', { name: 'Syfte' });
    expect(button('Inget att ångra (Ctrl+Z)')).toBeTruthy();
    write('Syfte', 'Ny dos');
    press('Ta bort Fråga 1');
    expect(button('Ångra: ta bort fråga (Ctrl+Z)')).toBeTruthy();
    key(field, { key: 'z', ctrlKey: true });
    await settle();
    expect(questions()).toHaveLength(2);
    expect(screen.getByText('Ångrat: ta bort fråga.')).toBeTruthy();
    key(field, { key: 'z', ctrlKey: true });
    await settle();
    expect(screen.getByDisplayValue('Ny ordination')).toBeTruthy();
    key(field, { key: 'Z', ctrlKey: true, shiftKey: true });
    await settle();
    expect(screen.getByDisplayValue('Ny dos')).toBeTruthy();
    expect(button('Gör om: ta bort fråga (Ctrl+Skift+Z)')).toBeTruthy();
  });

  it('takes back what was done before a restart', async () => {
    const view = viewOf({ draft: draftOf({ steps: { undo: 'removeItem', redo: null } }) });
    const asked = await open(view, {
      undo_edit: {
        revision: 8,
        problems: [],
        findings: [],
        scoreSpan: null,
        saved: Date.UTC(2026, 10, 22, 13, 3),
        steps: { undo: null, redo: 'removeItem' },
        news: { news: 'edit', edit: { edit: 'removeItem', id: 'a' } },
      },
    });
    press('Ångra: ta bort fråga (Ctrl+Z)');
    await settle();
    expect(asked.asked('undo_edit')).toEqual([{ template: 'm', revision: 7 }]);
    expect(questions()).toEqual(['Hur mår du?']);
  });

  it('says why a step cannot be taken back, and goes on', async () => {
    const asked = await open(viewOf({ draft: draftOf({ steps: { undo: 'write', redo: null } }) }), {
      undo_edit: () => refuse({ code: 'stepOverwritten' }),
    });
    press('Ångra: ändra text (Ctrl+Z)');
    await settle();
    expect(screen.getByText('Ändringen går inte att ångra längre.')).toBeTruthy();
    write('Syfte', 'Ny dos');
    await settle();
    expect(asked.asked('edit_draft')).toHaveLength(1);
    expect(screen.queryByText('Ändringen går inte att ångra längre.')).toBeNull();
  });

  it('takes in what a colleague did, and keeps what is being written', async () => {
    const asked = await open();
    asked.answer({
      edit_draft: ({ edits }) => ({
        revision: 12,
        problems: [],
        findings: [],
        scoreSpan: null,
        saved: Date.UTC(2026, 10, 22, 13, 3),
        steps: { undo: 'write', redo: null },
        news: { news: 'content', content: edits.reduce(apply, { ...content, contact: 'Kollegans text' }) },
      }),
    });
    write('Syfte', 'Ny dos');
    await settle();
    expect(screen.getByDisplayValue('Kollegans text')).toBeTruthy();
    expect(screen.getByDisplayValue('Ny dos')).toBeTruthy();
    write('Syfte', 'Ny dos järn');
    await settle();
    expect(asked.asked('edit_draft').at(-1)?.revision).toBe(12);
  });

  it('edits alternatives, and makes the next by Enter', async () => {
    const asked = await open();
    const first = screen.getByRole('textbox', { name: 'Alternativ 1' });
    key(first, { key: 'Enter' });
    write('Alternativ 2', 'Varken eller');
    press('Flytta upp alternativ 3');
    await settle();
    const texts = lastSaved(asked).form.flatMap(({ kind }) =>
      'options' in kind ? kind.options.map(({ text }) => text) : [],
    );
    expect(texts).toEqual(['Bra', 'Dåligt', 'Varken eller']);
  });

  it('keeps a limit with a point and shows it with a comma', async () => {
    const asked = await open();
    press('Tal');
    write(/^Minsta värde/, '1,5');
    await settle();
    expect(lastSaved(asked).form[2]?.kind).toMatchObject({ type: 'number', min: '1.5', max: null });
    expect(screen.getByDisplayValue('1,5')).toBeTruthy();
  });

  it('keeps the form when the citizen is not to answer, and asks for no use of answers', async () => {
    const asked = await open();
    act(() => screen.getByRole('radio', { name: /^Nej/ }).click());
    await settle();
    expect(lastSaved(asked)).toMatchObject({ answerable: false, form: content.form });
    expect(screen.queryByRole('textbox', { name: 'Så används svaren' })).toBeNull();
    expect(screen.queryByRole('list', { name: 'Frågor' })).toBeNull();
    expect(screen.getByText(/^De 2 frågor som redan finns sparas/)).toBeTruthy();
  });

  it('shows the message as the citizen sees it, without the instruction', async () => {
    await open();
    const preview = within(screen.getByRole('region', { name: 'Så ser invånaren det' }));
    expect(preview.getByText('Här är din ordination.')).toBeTruthy();
    expect(preview.getByText('[Ordination]')).toBeTruthy();
    expect(preview.queryByText('Kontrollera provsvaret.')).toBeNull();
    write('Syfte', 'Ny dos');
    await waitFor(() => expect(preview.getByText('Ny dos')).toBeTruthy());
  });
});

describe('publishing', () => {
  it('lists what is missing with the rule behind, leads to the field, and publishes nothing', async () => {
    const problems: DraftView['problems'] = [{ problem: 'tooFewOptions', item: 'b' }];
    const findings: DraftView['findings'] = [
      { severity: 'error', place: { at: 'purpose' }, found: { rule: 'purposeMissing' } },
      { severity: 'advice', place: { at: 'item', id: 'b' }, found: { rule: 'noWayOut' } },
    ];
    const asked = await open(viewOf({ draft: draftOf({ problems, findings }) }));
    press('Publicera');
    const list = within(await screen.findByRole('region', { name: /^2 saker återstår/ }));
    expect(list.getByText(/^Region Kalmars riktlinje: varje meddelande/)).toBeTruthy();
    expect(list.getByText('Fråga 2 har färre än två alternativ')).toBeTruthy();
    act(() => list.getByRole('button', { name: 'Syftet saknas' }).click());
    expect(document.activeElement).toBe(screen.getByRole('textbox', { name: 'Syfte' }));
    expect(asked.asked('publish_template')).toEqual([]);
    expect(await violations()).toEqual([]);
  });

  it('asks for the last word, saves first, and shows the number', async () => {
    const asked = await open();
    write('Syfte', 'Ny dos');
    press('Publicera');
    const dialog = await screen.findByRole('alertdialog');
    expect(dialog.textContent).toContain('En publicerad version ändras aldrig.');
    act(() => within(dialog).getByRole('button', { name: 'Publicera' }).click());
    expect(await screen.findByText('Version 4 är publicerad.')).toBeTruthy();
    expect(asked.calls.map(({ name }) => name).filter((name) => /^edit|publish/.test(name))).toEqual([
      'edit_draft',
      'publish_template',
    ]);
    expect(asked.asked('publish_template')).toEqual([{ template: 'm', revision: 8 }]);
    expect(button('Redigera (skapar nytt utkast)')).toBeTruthy();
  });

  it('opens a published template to look at, and makes a draft only when asked', async () => {
    const asked = await open(viewOf({ draft: null }));
    expect(screen.queryByRole('button', { name: 'Publicera' })).toBeNull();
    expect(screen.getByText(/^Version 3 publicerades/)).toBeTruthy();
    expect(await violations()).toEqual([]);
    press('Redigera (skapar nytt utkast)');
    await settle();
    expect(asked.asked('start_draft')).toEqual([{ template: 'm' }]);
    act(() => asked.announce('templates'));
    expect(await screen.findByRole('button', { name: 'Publicera' })).toBeTruthy();
  });
});
