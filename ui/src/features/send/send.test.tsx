import { act, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Message, PersonNumberProblem, TemplateContent } from '../../bindings';
import { clearToasts } from '../../components/Toast';
import { violations } from '../../testing/axe';
import { reached, tolvan } from '../../testing/citizens';
import { type Answers, type FakeCore, fakeCore, refuse, show } from '../../testing/host';
import { SendPage } from '.';

const { id, number, name } = tolvan;

const content: TemplateContent = {
  name: 'Ordination järn',
  handlerInstruction: 'Skriv dos och hur länge.',
  purpose: 'Ny ordination',
  answerUse: 'Sparas i journalen',
  contact: 'Ring oss.',
  body: [
    { part: 'text', id: 't', text: 'Här är din ordination.' },
    { part: 'slot', id: 's', label: 'Ordination', required: true },
    { part: 'slot', id: 'o', label: 'Övrigt', required: false },
  ],
  answerable: true,
  form: [{ id: 'a', text: 'Jag har läst', help: '', required: true, kind: { type: 'confirmation' } }],
};
const frame: Message = {
  heading: content.name,
  unitName: 'Exempelmottagningen',
  unitHsaId: 'SE2321000016-EX01',
  purpose: content.purpose,
  paragraphs: ['Här är din ordination.'],
  answerUse: content.answerUse,
  contact: content.contact,
  form: content.form,
};
const sentAt = Date.UTC(2026, 10, 22, 13, 3);
const choice = {
  unit: 'Exempelmottagningen',
  me: { name: 'Karin Holm', title: 'Sjuksköterska' },
  signed: false,
};

async function open(more: Answers = {}): Promise<FakeCore> {
  const asked = fakeCore({
    open_message_draft: null,
    look_up_citizen: reached,
    list_sendable: [
      {
        template: 'm',
        version: 'v',
        name: 'Ordination järn',
        marking: 'question',
        category: '',
        isFavourite: false,
      },
      {
        template: 'n',
        version: 'w',
        name: 'Ändrad tid',
        marking: 'information',
        category: '',
        isFavourite: false,
      },
    ],
    open_sendable: ({ version }) => ({ version, content }),
    preview_message: { message: frame, problems: [] },
    save_message_draft: { saved: sentAt },
    discard_message_draft: null,
    send_case: ({ case: sent }) => ({
      case: sent,
      citizenName: name,
      number,
      heading: content.name,
      sent: sentAt,
      scheduled: false,
    }),
    sender_choice: choice,
    ...more,
  });
  show(
    <main>
      <SendPage />
    </main>,
  );
  await screen.findByRole('heading', { level: 1, name: 'Skicka nytt ärende' });
  return asked;
}

const button = (name: string): HTMLElement => screen.getByRole('button', { name });
const press = (name: string): void => act(() => button(name).click());
const write = (label: string | RegExp, value: string): void => {
  fireEvent.change(screen.getByRole('textbox', { name: label }), { target: { value } });
};
const settle = (): Promise<void> =>
  act(async () => {
    await vi.advanceTimersByTimeAsync(500);
  });

async function fetchCitizen(number = '19121212-1212'): Promise<void> {
  const field = await screen.findByRole('textbox', { name: 'Personnummer' });
  fireEvent.change(field, { target: { value: number } });
  const form = field.closest('form');
  if (form) fireEvent.submit(form);
}

async function pick(name = /^Ordination järn/): Promise<void> {
  const option = await screen.findByRole('option', { name });
  act(() => option.click());
  await screen.findByRole('heading', { name: '4. Skicka' });
}

beforeEach(() => {
  vi.useFakeTimers({ shouldAdvanceTime: true });
});
afterEach(() => {
  act(() => clearToasts());
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

describe('to whom', () => {
  it.each<[PersonNumberProblem, string]>([
    ['empty', 'Skriv invånarens personnummer.'],
    [
      'reserve',
      'Kan inte nås: det är ett reservnummer, och med det går det inte att logga in i inkorgen. Kontakta invånaren med brev eller telefon.',
    ],
    ['form', 'Skriv tio eller tolv siffror, till exempel ÅÅÅÅMMDD-NNNN.'],
    ['date', 'De första siffrorna är inget datum. Kontrollera månad och dag.'],
    ['future', 'Födelsedatumet ligger i framtiden. Kontrollera århundradet.'],
    ['checkDigit', 'Sista siffran stämmer inte med de andra. Någon siffra är felskriven.'],
  ])(
    'says what is wrong with a number when it is %s, in the field that keeps focus',
    async (problem, text) => {
      await open({ look_up_citizen: () => refuse({ code: 'invalidPersonNumber', problem }) });
      await fetchCitizen();
      expect(await screen.findByText(text)).toBeTruthy();
      expect(document.activeElement).toBe(screen.getByRole('textbox', { name: 'Personnummer' }));
    },
  );

  it('says what to do when the register does not have the citizen', async () => {
    await open({ look_up_citizen: () => refuse({ code: 'citizenNotFound' }) });
    await fetchCitizen();
    expect((await screen.findByRole('alert')).textContent).toContain('be en lokal administratör');
  });

  it('shows who it is before a word is written', async () => {
    const asked = await open();
    await fetchCitizen(' 121212-1212 ');
    const verdict = within((await screen.findByText('83 år')).closest('[role="status"]') ?? document.body);
    expect(verdict.getByText('Tolvan Tolvansson')).toBeTruthy();
    expect(verdict.getByText('19121212-1212')).toBeTruthy();
    expect(verdict.getByText('Listad sedan 2011')).toBeTruthy();
    expect(asked.asked('look_up_citizen')).toEqual([{ number: ' 121212-1212 ' }]);
    await screen.findByRole('option', { name: /^Ordination järn/ });
    expect(await violations()).toEqual([]);
  });

  it('lets nothing written to one citizen follow to another, and gives it back', async () => {
    await open();
    await fetchCitizen();
    await pick();
    write(/^Ordination/, 'Järn 100 mg');
    press('Byt invånare');
    await fetchCitizen();
    await pick();
    expect(screen.queryByDisplayValue('Järn 100 mg')).toBeNull();
    press('Ångra');
    expect(await screen.findByDisplayValue('Järn 100 mg')).toBeTruthy();
  });
});

describe('which template', () => {
  it('is found by typing and chosen by keyboard', async () => {
    const asked = await open();
    await fetchCitizen();
    const search = await screen.findByRole('searchbox', { name: 'Sök mall' });
    await waitFor(() => expect(document.activeElement).toBe(search));
    fireEvent.change(search, { target: { value: 'ändr' } });
    await waitFor(() => expect(screen.getAllByRole('option')).toHaveLength(1));
    expect(screen.getByRole('option').textContent).toBe('Ändrad tid(Information)');
    fireEvent.keyDown(search, { key: 'ArrowDown' });
    fireEvent.keyDown(search, { key: 'Enter' });
    fireEvent.keyUp(search, { key: 'Enter' });
    await waitFor(() => expect(asked.asked('open_sendable')).toEqual([{ version: 'w' }]));
  });

  it('says who can help when there is none', async () => {
    await open({ list_sendable: [] });
    await fetchCitizen();
    expect(await screen.findByText('Inga publicerade mallar')).toBeTruthy();
    expect(await violations()).toEqual([]);
  });
});

describe('what is written', () => {
  it('stands in the preview at once, and the instruction does not', async () => {
    await open();
    await fetchCitizen();
    await pick();
    write(/^Ordination/, 'Järn 100 mg');
    const preview = within(screen.getByRole('region', { name: 'Så ser invånaren det' }));
    expect(await preview.findByText('Järn 100 mg')).toBeTruthy();
    expect(screen.getByText('Skriv dos och hur länge.')).toBeTruthy();
    expect(preview.queryByText('Skriv dos och hur länge.')).toBeNull();
    expect(await violations()).toEqual([]);
  });

  it('is saved as a draft within 400 ms', async () => {
    const asked = await open();
    await fetchCitizen();
    await pick();
    write(/^Ordination/, 'Järn 100 mg');
    await settle();
    expect(asked.asked('save_message_draft')).toMatchObject([
      { citizen: 'c', version: 'v', slots: { s: 'Järn 100 mg', o: '' } },
    ]);
    expect(screen.getByText('Utkast sparat 14:03')).toBeTruthy();
  });

  const draft = {
    case: 'k',
    citizen: { id, number, name },
    version: 'v',
    slots: { s: 'Järn 100 mg' },
    saved: sentAt,
  };

  it('is offered again on the next visit, and goes on as the same case', async () => {
    const asked = await open({ open_message_draft: draft });
    expect(await screen.findByText('Tolvan Tolvansson, 19121212-1212')).toBeTruthy();
    expect(await violations()).toEqual([]);
    press('Fortsätt på utkastet');
    expect(await screen.findByDisplayValue('Järn 100 mg')).toBeTruthy();
    press('Skicka');
    await screen.findByText(/^Ärendet är sparat/);
    expect(asked.asked('send_case')).toMatchObject([{ case: 'k' }]);
  });

  it('is thrown away when asked, and can be had back', async () => {
    const asked = await open({ open_message_draft: draft });
    await screen.findByText('Du har ett påbörjat ärende');
    press('Kasta');
    expect(await screen.findByRole('textbox', { name: 'Personnummer' })).toBeTruthy();
    expect(asked.asked('discard_message_draft')).toHaveLength(1);
    press('Ångra');
    expect(await screen.findByDisplayValue('Järn 100 mg')).toBeTruthy();
    expect(asked.asked('save_message_draft')).toMatchObject([{ case: 'k', slots: { s: 'Järn 100 mg' } }]);
  });

  it('follows to the new version when the template has been changed meanwhile', async () => {
    await open({
      open_message_draft: { ...draft, version: 'old' },
    });
    await screen.findByText('Du har ett påbörjat ärende');
    press('Fortsätt på utkastet');
    expect(await screen.findByText('Mallen har fått en ny version eller arkiverats.')).toBeTruthy();
    await pick();
    expect(screen.getByDisplayValue('Järn 100 mg')).toBeTruthy();
  });
});

describe('sending', () => {
  async function written(more: Answers = {}): Promise<FakeCore> {
    const asked = await open(more);
    await fetchCitizen();
    await pick();
    write(/^Ordination/, 'Järn 100 mg');
    return asked;
  }

  it('is refused while a required slot is empty, and leads to it', async () => {
    const asked = await open();
    await fetchCitizen();
    await pick();
    press('Skicka');
    const summary = await screen.findByRole('region', { name: 'Ett fält behöver rättas' });
    expect(document.activeElement).toBe(summary);
    act(() => within(summary).getByRole('link').click());
    expect(document.activeElement).toBe(screen.getByRole('textbox', { name: /^Ordination/ }));
    expect(asked.asked('send_case')).toEqual([]);
    expect(await violations()).toEqual([]);
  });

  it('is refused when a text is too long', async () => {
    const asked = await written();
    write(/^Övrigt/, 'x'.repeat(4001));
    press('Skicka');
    expect(await screen.findByRole('link', { name: 'Korta ”Övrigt” till högst 4 000 tecken.' })).toBeTruthy();
    expect(asked.asked('send_case')).toEqual([]);
  });

  it('happens once on a double click, and tells where the case is found', async () => {
    const asked = await written();
    act(() => {
      button('Skicka').click();
      button('Skicka').click();
    });
    expect(
      await screen.findByRole('heading', {
        level: 1,
        name: 'Ärendet är sparat och skickat till Tolvan Tolvansson',
      }),
    ).toBeTruthy();
    expect(asked.asked('send_case')).toHaveLength(1);
    expect(screen.getByText('L betyder att invånaren har läst meddelandet.')).toBeTruthy();
    expect(screen.getByText('S betyder att invånaren har svarat.')).toBeTruthy();
    expect(screen.getByRole('link', { name: 'Till Mina ärenden' }).getAttribute('href')).toBe(
      '#/arenden/mina',
    );
    expect(await violations()).toEqual([]);
    press('Skicka nytt ärende');
    expect(await screen.findByRole('textbox', { name: 'Personnummer' })).toBeTruthy();
  });

  it('can be taken back before it is in the inbox, and is then there to go on with as another case', async () => {
    const asked = await written({
      send_case: ({ case: sent }) => ({
        case: sent,
        citizenName: name,
        number,
        heading: content.name,
        sent: Date.now() + 10_000,
        scheduled: false,
      }),
      revoke_case: null,
    });
    press('Skicka');
    const leaving = 'Ärendet är sparat och skickas till Tolvan Tolvansson';
    expect(await screen.findByRole('heading', { level: 1, name: leaving })).toBeTruthy();
    expect(await violations()).toEqual([]);
    press('Ångra');
    expect(await screen.findByDisplayValue('Järn 100 mg')).toBeTruthy();
    const [sent] = asked.asked('send_case');
    expect(asked.asked('revoke_case')).toEqual([{ case: sent?.case }]);
    await settle();
    expect(asked.asked('save_message_draft').at(-1)).toMatchObject({ slots: { s: 'Järn 100 mg' } });
    expect(asked.asked('save_message_draft').at(-1)?.case).not.toBe(sent?.case);
  });

  it('goes in ones own name, and at a time, when that is chosen', async () => {
    const asked = await written();
    act(() => screen.getByRole('radio', { name: 'Karin Holm, Sjuksköterska' }).click());
    expect(screen.getAllByText('Karin Holm, Sjuksköterska')).toHaveLength(2);
    act(() => screen.getByRole('radio', { name: 'Senare' }).click());
    press('Spara och skicka senare');
    expect(await screen.findByText('Skriv datumet som ÅÅÅÅ-MM-DD.')).toBeTruthy();
    expect(document.activeElement).toBe(screen.getByRole('textbox', { name: 'Datum' }));
    expect(await violations()).toEqual([]);
    write('Datum', '2027-01-04');
    write('Klockslag', '8.30');
    press('Spara och skicka senare');
    await waitFor(() => expect(asked.asked('send_case')).toHaveLength(1));
    expect(asked.asked('send_case')).toMatchObject([
      { signed: true, at: { day: '2027-01-04', time: '08:30:00' } },
    ]);
  });

  it('saves no draft after the message has gone', async () => {
    const asked = await written();
    press('Skicka');
    await screen.findByText(/^Ärendet är sparat/);
    await settle();
    const names = asked.calls.map(({ name }) => name);
    expect(names.lastIndexOf('save_message_draft')).toBeLessThan(names.indexOf('send_case'));
  });

  it('tries again as the same case', async () => {
    const asked = await written({ send_case: () => refuse({ code: 'diskFull' }) });
    press('Skicka');
    expect(await screen.findByText('Disken är full. Inget sparades.')).toBeTruthy();
    press('Skicka');
    await waitFor(() => expect(asked.asked('send_case')).toHaveLength(2));
    const [first, second] = asked.asked('send_case');
    expect(first?.case).toBe(second?.case);
    expect(first?.case).toMatch(/^[0-9a-f-]{36}$/);
  });

  it('lets one choose again when the template can no longer be sent', async () => {
    await written({ send_case: () => refuse({ code: 'templateNotSendable' }) });
    press('Skicka');
    expect(await screen.findByText('Mallen har fått en ny version eller arkiverats.')).toBeTruthy();
    expect(screen.getByDisplayValue('Järn 100 mg')).toBeTruthy();
  });
});
