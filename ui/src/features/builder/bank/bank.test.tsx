import { act, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { BankSectionView, Item } from '../../../bindings';
import { clearToasts } from '../../../components/Toast';
import { violations } from '../../../testing/axe';
import {
  announce,
  asks,
  form,
  inWords,
  key,
  medicines,
  now,
  open,
  press,
  pressInBar,
  question,
  settle,
  tick,
} from '../../../testing/builder';
import { type Answers, refuse } from '../../../testing/host';
import { foundIn } from './search';

beforeEach(() => {
  vi.useFakeTimers({ shouldAdvanceTime: true });
});
afterEach(() => {
  act(() => clearToasts());
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

interface Kept {
  readonly name: string;
  readonly items: Item[];
}

/** Habits, the second asked only of who smokes, and one that is asked by what is nowhere. */
const habits: Item[] = [
  {
    ...medicines,
    id: 'v',
    text: 'Vanor',
    items: [question('r', 'Röker du?'), question('n', 'Vill du sluta?', asks('r'))],
  },
  question('o', 'Snusar du?', asks('elsewhere')),
];

/** A bank that keeps things as the core does. */
function bankWith(first: readonly Kept[]): { readonly kept: Kept[]; readonly answers: Answers } {
  const kept = [...first];
  const place = (section: string): number => {
    const at = kept.findIndex(({ name }) => `id-${name}` === section);
    return at === -1 ? refuse({ code: 'bankSectionNotFound' }) : at;
  };
  const free = (name: string): void => {
    if (kept.some((one) => one.name === name)) refuse({ code: 'bankNameTaken' });
  };
  const view = ({ name, items }: Kept): BankSectionView => ({
    section: `id-${name}`,
    name,
    holds: items.flatMap((item) => [
      { text: item.text, isSection: item.kind.type === 'section' },
      ...(item.items ?? []).map(({ text }) => ({ text, isSection: false })),
    ]),
    fingerprint: `print of ${name}`,
    changed: Date.UTC(2026, 10, 22, 13, 3),
    by: 'Anders Lind',
  });
  return {
    kept,
    answers: {
      list_bank_sections: () => kept.map(view),
      open_bank_section: ({ section }) => kept[place(section)]?.items ?? [],
      save_bank_section: ({ name, items }) => {
        free(name);
        kept.push({ name, items });
        return `id-${name}`;
      },
      rename_bank_section: ({ section, name }) => {
        free(name);
        const at = place(section);
        kept.splice(at, 1, { name, items: kept[at]?.items ?? [] });
        return null;
      },
      remove_bank_section: ({ section }) => kept.splice(place(section), 1)[0]?.items ?? [],
    },
  };
}

const dialog = async (name: string): Promise<ReturnType<typeof within>> =>
  within(await screen.findByRole('dialog', { name }));
const theBank = (): ReturnType<typeof dialog> => dialog('Hämta från avsnittsbanken');

describe('keeping', () => {
  it('a section is kept as it is under its heading or another name, and taken out again', async () => {
    const { kept, answers } = bankWith([]);
    await open(form, answers);
    press('Spara i avsnittsbanken … – Avsnitt 1');
    const asked = await dialog('Spara i avsnittsbanken');
    const name = asked.getByRole('textbox');
    expect(name).toHaveProperty('value', 'Läkemedel');
    const holds = within(asked.getByRole('list', { name: 'Det här sparas' }));
    expect(holds.getAllByRole('listitem').map(({ textContent }) => textContent)).toEqual([
      'Läkemedel',
      'Tar du något?',
      'Hjälper det?',
    ]);
    expect(await violations()).toEqual([]);
    fireEvent.change(name, { target: { value: ' ' } });
    act(() => asked.getByRole('button', { name: 'Spara' }).click());
    expect(asked.getByText('Skriv ett namn, så att det går att hitta.')).toBeTruthy();
    expect(document.activeElement).toBe(name);
    fireEvent.change(name, { target: { value: 'Dina läkemedel' } });
    act(() => asked.getByRole('button', { name: 'Spara' }).click());
    await screen.findByText('”Dina läkemedel” finns nu i avsnittsbanken.');
    expect(kept).toEqual([{ name: 'Dina läkemedel', items: [medicines] }]);
    expect(now()).toEqual(form);
    press('Ångra');
    await waitFor(() => expect(kept).toEqual([]));
  });

  it('what is selected is kept together, and a name that is taken is said', async () => {
    const { kept, answers } = bankWith([{ name: 'Vanor', items: habits }]);
    await open(form, answers);
    tick('fråga 1: Har du ont?');
    tick('fråga 5: Sover du?');
    pressInBar('Spara i avsnittsbanken …');
    const asked = await dialog('Spara i avsnittsbanken');
    expect(asked.getByRole('textbox')).toHaveProperty('value', '');
    fireEvent.change(asked.getByRole('textbox'), { target: { value: 'Vanor' } });
    act(() => asked.getByRole('button', { name: 'Spara' }).click());
    expect((await asked.findByRole('alert')).textContent).toContain('Namnet finns redan i avsnittsbanken.');
    fireEvent.change(asked.getByRole('textbox'), { target: { value: 'Kort' } });
    act(() => asked.getByRole('button', { name: 'Spara' }).click());
    await screen.findByText('”Kort” finns nu i avsnittsbanken.');
    expect(kept.at(-1)).toEqual({ name: 'Kort', items: [form[0], form[3]] });
  });
});

describe('fetching', () => {
  it('puts copies last under ids of their own, tells of conditions that were lost, and takes them back', async () => {
    const { answers } = bankWith([{ name: 'Levnadsvanor', items: habits }]);
    await open(form, answers);
    press('Hämta från avsnittsbanken …');
    const bank = await theBank();
    const add = await bank.findByRole('button', { name: 'Lägg till Levnadsvanor' });
    expect(await violations()).toEqual([]);
    act(() => add.click());
    await settle();
    expect(inWords(now())).toBe(
      'Har du ont? Läkemedel(Tar du något? Hjälper det?) Biverkningar? Sover du? Vanor(Röker du? Vill du sluta?) Snusar du?',
    );
    const [section, alone] = now().slice(-2);
    expect(section?.id).not.toBe('v');
    expect(section?.items?.[1]?.shownWhen).toEqual(asks(section?.items?.[0]?.id ?? ''));
    expect(alone?.shownWhen).toBeUndefined();
    const told = '”Levnadsvanor” är hämtad. Ett villkor gällde en fråga som inte finns här och är borttaget.';
    expect(screen.getByText(told)).toBeTruthy();
    expect(screen.queryByRole('dialog')).toBeNull();
    expect(document.activeElement?.id).toBe(`item-${section?.id}`);
    key({ key: 'z', ctrlKey: true });
    await settle();
    expect(now()).toEqual(form);
  });

  it('puts them last in the section that was pointed out', async () => {
    const { answers } = bankWith([{ name: 'Tobak', items: [question('o', 'Snusar du?')] }]);
    await open(form, answers);
    press('Lägg till i Avsnitt 1');
    fireEvent.click(await screen.findByRole('menuitem', { name: 'Hämta från avsnittsbanken …' }));
    const bank = await theBank();
    await bank.findByRole('button', { name: /Sist i Avsnitt 1: Läkemedel/ });
    act(() => bank.getByRole('button', { name: 'Lägg till Tobak' }).click());
    await settle();
    expect(inWords(now())).toBe(
      'Har du ont? Läkemedel(Tar du något? Hjälper det? Snusar du?) Biverkningar? Sover du?',
    );
  });

  it('says so when somebody has just taken it out', async () => {
    const { kept, answers } = bankWith([{ name: 'Tobak', items: habits }]);
    await open(form, answers);
    press('Hämta från avsnittsbanken …');
    const bank = await theBank();
    const add = await bank.findByRole('button', { name: 'Lägg till Tobak' });
    kept.length = 0;
    act(() => add.click());
    expect((await bank.findByRole('alert')).textContent).toContain('Det finns inte i avsnittsbanken längre.');
    expect(now()).toEqual(form);
  });

  it('says what to do when there is nothing', async () => {
    await open(form, bankWith([]).answers);
    press('Hämta från avsnittsbanken …');
    const bank = await theBank();
    expect(await bank.findByText('Avsnittsbanken är tom')).toBeTruthy();
    expect(await violations()).toEqual([]);
  });

  it('finds by name and by question, and shows which', () => {
    const view = (name: string, ...texts: string[]): BankSectionView => ({
      section: name,
      fingerprint: name,
      name,
      holds: texts.map((text) => ({ text, isSection: false })),
      changed: 0,
      by: '',
    });
    const bank = [view('Tobak', 'Röker du?', 'Snusar du?'), view('Sömn', 'Sover du?')];
    const hits = (search: string): unknown =>
      foundIn(bank, search).map(({ section, items }) => [section.name, items.map(({ text }) => text)]);
    expect(hits('')).toEqual([
      ['Tobak', []],
      ['Sömn', []],
    ]);
    expect(hits('TOBAK snusar')).toEqual([['Tobak', ['Snusar du?']]]);
    expect(hits('sömn röker')).toEqual([]);
  });
});

describe('the bank', () => {
  it('gives another name, takes out and puts back, all by the keys', async () => {
    const { kept, answers } = bankWith([{ name: 'Tobak', items: habits }]);
    await open(form, answers);
    press('Hämta från avsnittsbanken …');
    const bank = await theBank();
    const choose = async (name: string, act: RegExp): Promise<void> => {
      const acts = await bank.findByRole('button', { name: `Åtgärder för ${name}` });
      acts.focus();
      fireEvent.keyDown(acts, { key: 'Enter' });
      fireEvent.keyUp(acts, { key: 'Enter' });
      const item = await screen.findByRole('menuitem', { name: act });
      fireEvent.keyDown(item, { key: 'Enter' });
      fireEvent.keyUp(item, { key: 'Enter' });
    };
    await choose('Tobak', /Byt namn/);
    const name = await bank.findByRole('textbox', { name: 'Nytt namn på Tobak' });
    await waitFor(() => expect(document.activeElement).toBe(name));
    fireEvent.change(name, { target: { value: 'Rök och snus' } });
    const changed = name.closest('form');
    if (changed) fireEvent.submit(changed);
    await waitFor(() => expect(kept.map((one) => one.name)).toEqual(['Rök och snus']));
    announce('sectionBank');
    expect(await bank.findByText('Heter nu ”Rök och snus”.')).toBeTruthy();
    expect(await bank.findByRole('heading', { name: 'Rök och snus' })).toBeTruthy();

    await choose('Rök och snus', /Ta bort/);
    announce('sectionBank');
    const undo = await bank.findByRole('button', { name: 'Ångra' });
    expect(document.activeElement).toBe(undo);
    expect(await bank.findByText('Avsnittsbanken är tom')).toBeTruthy();
    expect(await violations()).toEqual([]);
    act(() => undo.click());
    await waitFor(() => expect(kept).toEqual([{ name: 'Rök och snus', items: habits }]));
    announce('sectionBank');
    expect(await bank.findByRole('heading', { name: 'Rök och snus' })).toBeTruthy();
    // The dialog's own way out is called the same.
    expect(document.activeElement?.id).toBe('bank-told');
  });
});
