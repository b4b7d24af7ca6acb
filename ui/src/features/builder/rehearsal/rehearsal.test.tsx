import { act, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { Item, TemplateContent } from '../../../bindings';
import { clearToasts } from '../../../components/Toast';
import { violations } from '../../../testing/axe';
import { aUnit } from '../../../testing/cases';
import { aDraft, aTemplate, fakeDrafts } from '../../../testing/drafts';
import { type Answers, type FakeCore, fakeCore, show } from '../../../testing/host';
import { TemplateEditorPage } from '..';
import { deviationOf, expectationsOf } from './examples';
import { minutesFor } from './minutes';

afterEach(() => {
  act(() => clearToasts());
  vi.unstubAllGlobals();
});

const pain: Item = { id: 'a', text: 'Har du ont?', help: '', required: true, kind: { type: 'yesNo' } };
const place: Item = {
  id: 'b',
  text: 'Var gör det ont?',
  help: '',
  required: true,
  kind: { type: 'shortText', maxLength: 100 },
  shownWhen: {
    combine: 'all',
    groups: [{ combine: 'all', tests: [{ item: 'a', comparison: { is: 'yes' } }] }],
  },
};
const content: TemplateContent = {
  name: 'Smärta',
  handlerInstruction: 'Skickas före återbesök.',
  purpose: 'Inför återbesöket',
  answerUse: 'Till journalen',
  contact: 'Ring oss.',
  body: [{ part: 'slot', id: 's', label: 'Tid', required: true }],
  answerable: true,
  form: [pain, place],
};
async function opened(
  more: Answers = {},
  form: Item[] = content.form,
  examples?: TemplateContent['examples'],
) {
  const tried = { ...content, form, ...(examples ? { examples } : {}) };
  const core: FakeCore = fakeCore({
    unit_settings: aUnit,
    ...fakeDrafts(aTemplate({ draft: aDraft(tried) })),
    ...more,
  });
  show(
    <main>
      <TemplateEditorPage id="m" />
    </main>,
  );
  await screen.findByRole('heading', { name: 'Exempelinvånare' });
  return core;
}

async function tried(more: Answers = {}): Promise<{ core: FakeCore; dialog: ReturnType<typeof within> }> {
  const core = await opened(more);
  const [first] = screen.getAllByRole('button', { name: 'Testa som invånare' });
  if (first) fireEvent.click(first);
  return { core, dialog: within(await screen.findByRole('dialog')) };
}

describe('what an example citizen is to be shown', () => {
  it('is what the answers show, and deviates when the form shows something else', () => {
    const answers = { a: { type: 'yesNo', value: false } } as const;
    const example = { id: 'e', name: 'Har inte ont', answers, ...expectationsOf(content.form, answers) };
    expect(example.shown).toEqual(['a']);
    expect(example.hidden).toEqual(['b']);
    expect(deviationOf(content, example)).toBeNull();
    const { shownWhen: _, ...always } = place;
    expect(deviationOf({ ...content, form: [pain, always] }, example)).toEqual({ item: 'b', isShown: true });
    expect(deviationOf({ ...content, form: [always] }, example)).toEqual({ item: 'a', isShown: false });
  });

  it('takes a time that grows with what is shown', () => {
    const few = minutesFor(content.form, { a: { type: 'yesNo', value: false } });
    const many = minutesFor(
      Array.from({ length: 20 }, (_, at) => ({
        ...pain,
        id: String(at),
        kind: { type: 'longText', maxLength: 9 },
      })),
      {},
    );
    expect(few).toBe(1);
    expect(many).toBeGreaterThan(12);
  });
});

describe('trying as the citizen', () => {
  it('asks what the answers call for, and lets the core judge', async () => {
    const { core, dialog } = await tried({
      rehearse_template: ({ answers }) =>
        'b' in answers
          ? {
              outcome: 'taken',
              answers,
              note: 'Meddelande via 1177: Smärta',
              score: '12 (möjligt 0–27), Måttlig',
            }
          : { outcome: 'refused', problems: [{ item: 'b', fault: 'missing' }] },
    });
    expect(dialog.queryByRole('textbox', { name: /Var gör det ont/ })).toBeNull();
    fireEvent.click(dialog.getByRole('radio', { name: 'Ja' }));
    fireEvent.click(dialog.getByRole('button', { name: 'Skicka svaret på prov' }));
    expect(await dialog.findByText(/Svaret skulle inte tas emot/)).toBeTruthy();
    expect(await violations()).toEqual([]);
    fireEvent.change(dialog.getByRole('textbox', { name: /Var gör det ont/ }), { target: { value: 'Knät' } });
    fireEvent.click(dialog.getByRole('button', { name: 'Skicka svaret på prov' }));
    expect(await dialog.findByText('Svaret skulle tas emot.')).toBeTruthy();
    expect(dialog.getByText('Meddelande via 1177: Smärta')).toBeTruthy();
    expect(dialog.getByText('Poäng: 12 (möjligt 0–27), Måttlig')).toBeTruthy();
    expect(core.asked('rehearse_template').at(-1)).toEqual({
      template: 'm',
      slots: {},
      answers: { a: { type: 'yesNo', value: true }, b: { type: 'text', value: 'Knät' } },
      files: {},
    });
  });

  it('leads from a fault to the field that is answered, and not to the preview behind', async () => {
    const { dialog } = await tried({
      rehearse_template: { outcome: 'refused', problems: [{ item: 'b', fault: 'missing' }] },
    });
    fireEvent.click(dialog.getByRole('radio', { name: 'Ja' }));
    fireEvent.click(dialog.getByRole('button', { name: 'Skicka svaret på prov' }));
    fireEvent.click(await dialog.findByRole('link', { name: /Var gör det ont/ }));
    expect(document.activeElement).toBe(dialog.getByRole('textbox', { name: /Var gör det ont/ }));
    const ids = [...document.querySelectorAll('[id]')].map(({ id }) => id);
    expect(ids.filter((id, at) => ids.indexOf(id) !== at)).toEqual([]);
  });

  it('shows the letter as on a computer that is set otherwise', async () => {
    const { dialog } = await tried();
    fireEvent.click(dialog.getByRole('button', { name: /Färger/ }));
    fireEvent.click(await screen.findByRole('option', { name: 'Mörkt' }));
    expect(
      dialog.getByRole('region', { name: 'Meddelandet' }).querySelector('[data-look="dark"]'),
    ).toBeTruthy();
    expect(document.adoptedStyleSheets).toHaveLength(1);
  });

  it('says the letter in the order and with the words of a screen reader', async () => {
    const { dialog } = await tried();
    fireEvent.click(dialog.getByRole('button', { name: 'Så läser en skärmläsare' }));
    const listed: HTMLElement[] = await dialog.findAllByRole('listitem');
    const parts = listed.map((part) => part.textContent ?? '');
    const at = (start: string): number => parts.findIndex((part) => part.startsWith(start));
    expect(at('Rubrik nivå 2: Smärta')).toBe(0);
    expect(at('Inför återbesöket')).toBeGreaterThan(0);
    const question = at('Grupp: Har du ont?');
    expect(question).toBeGreaterThan(at('Inför återbesöket'));
    expect(parts.slice(question + 1, question + 3)).toEqual(['Alternativ: Ja', 'Alternativ: Nej']);
    expect(at('Knapp: Skicka svaret på prov')).toBe(parts.length - 1);
    fireEvent.click(dialog.getByRole('radio', { name: 'Ja' }));
    expect(await dialog.findByText(/^Textfält: Var gör det ont\?/u)).toBeTruthy();
  });

  it('keeps the answers as an example citizen, who has to have a name', async () => {
    const { core, dialog } = await tried();
    fireEvent.click(dialog.getByRole('radio', { name: 'Nej' }));
    fireEvent.click(dialog.getByRole('button', { name: 'Spara' }));
    expect(await dialog.findByText('Skriv vem det är.')).toBeTruthy();
    fireEvent.change(dialog.getByRole('textbox', { name: /Vem är det/ }), {
      target: { value: 'Har inte ont' },
    });
    fireEvent.click(dialog.getByRole('button', { name: 'Spara' }));
    await waitFor(() => expect(core.asked('edit_draft').flatMap(({ edits }) => edits)).toHaveLength(1));
    const [edit] = core.asked('edit_draft').flatMap(({ edits }) => edits);
    expect(edit).toMatchObject({
      edit: 'addExample',
      example: {
        name: 'Har inte ont',
        answers: { a: { type: 'yesNo', value: false } },
        shown: ['a'],
        hidden: ['b'],
      },
      at: 0,
    });
  });

  it('shows what the handler fills in, in the message', async () => {
    const { dialog } = await tried();
    expect(dialog.getByText('[Tid]')).toBeTruthy();
    fireEvent.click(dialog.getByRole('button', { name: /Visa/ }));
    fireEvent.click(await screen.findByRole('option', { name: 'Ärendehanteraren' }));
    expect(await dialog.findByText('Skickas före återbesök.')).toBeTruthy();
    fireEvent.change(dialog.getByRole('textbox', { name: 'Tid' }), { target: { value: 'Torsdag kl. 9' } });
    expect(dialog.getAllByText('Torsdag kl. 9').length).toBeGreaterThan(0);
    expect(await violations()).toEqual([]);
  });
});

describe('the list of example citizens', () => {
  const example = {
    id: 'e',
    name: 'Har inte ont',
    answers: { a: { type: 'yesNo', value: false } } as const,
    shown: ['a'],
    hidden: ['b'],
  };

  it('says for whom the form is not as it was, and keeps it anew as it is', async () => {
    const { shownWhen: _, ...always } = place;
    const core = await opened({}, [pain, always], [example]);
    expect(screen.getByText('Ser nu fråga 2')).toBeTruthy();
    expect(await violations()).toEqual([]);
    fireEvent.click(screen.getByRole('button', { name: 'Spara om Har inte ont' }));
    expect(await screen.findByText('Ser det som väntas')).toBeTruthy();
    await waitFor(() =>
      expect(core.asked('edit_draft').flatMap(({ edits }) => edits)).toEqual([
        { edit: 'changeExample', example: { ...example, shown: ['a', 'b'], hidden: [] } },
      ]),
    );
  });

  it('fills the answers in again, and takes an example away with a way back', async () => {
    await opened({}, content.form, [example]);
    fireEvent.click(screen.getByRole('button', { name: 'Fyll i som Har inte ont' }));
    const dialog = within(await screen.findByRole('dialog'));
    expect(dialog.getByRole<HTMLInputElement>('radio', { name: 'Nej' }).checked).toBe(true);
    fireEvent.click(dialog.getByRole('button', { name: 'Stäng' }));
    fireEvent.click(screen.getByRole('button', { name: 'Ta bort Har inte ont' }));
    await waitFor(() => expect(screen.queryByText('Ser det som väntas')).toBeNull());
    fireEvent.click(screen.getByRole('button', { name: 'Ångra' }));
    expect(await screen.findByText('Ser det som väntas')).toBeTruthy();
  });
});
