import { act, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { BankComparison, BankLink, BankSectionView, CompareWithBank, Item } from '../../../bindings';
import { clearToasts } from '../../../components/Toast';
import { violations } from '../../../testing/axe';
import { form, medicines, now, open, press, question, settle } from '../../../testing/builder';
import { type Answers, refuse } from '../../../testing/host';
import { copiesOf } from '../make';
import { coupled } from './coupling';

beforeEach(() => {
  vi.useFakeTimers({ shouldAdvanceTime: true });
});
afterEach(() => {
  act(() => clearToasts());
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

const kept = (fingerprint: string): BankSectionView => ({
  section: 'bank-1',
  name: 'Dina läkemedel',
  holds: [{ text: 'Läkemedel', isSection: true }],
  fingerprint,
  changed: 0,
  by: 'Anders Lind',
});
const link: BankLink = {
  section: 'bank-1',
  fingerprint: 'first',
  items: { s: 'S', b: 'B', c: 'C' },
  options: {},
};
const section: Item = { ...medicines, details: { bank: link } };
const start: Item[] = form.map((item) => (item.id === 's' ? section : item));
const newer: Item = {
  ...medicines,
  items: [question('c', 'Hjälper det?')],
  details: { bank: { ...link, fingerprint: 'second', items: { s: 'S', c: 'C' } } },
};
const told: Item[] = form.map((item) => (item.id === 's' ? { ...newer, details: { bank: link } } : item));
const comparing = ({ form: before }: CompareWithBank): BankComparison => {
  const content = { name: '', handlerInstruction: '', purpose: '', answerUse: '', contact: '', body: [] };
  return {
    comparison: {
      before: { ...content, answerable: true, form: before },
      after: { ...content, answerable: true, form: told },
      differences: [{ difference: 'itemRemoved', item: 'b' }],
    },
    edit: {
      edit: 'several',
      edits: [
        { edit: 'removeItem', id: 's' },
        { edit: 'addItem', item: newer, at: 1 },
      ],
    },
    broken: ['d'],
  };
};

const opened = async (bank: BankSectionView[], more: Answers = {}): Promise<void> => {
  await open(start, { list_bank_sections: bank, compare_with_bank: comparing, ...more });
  await screen.findByRole('textbox', { name: 'Rubrik' });
};
const its = (): Item | undefined => now().find(({ id }) => id === 's');

describe('a copy', () => {
  it('remembers what each of it is called in the bank, and is a section alone', () => {
    const choice: Item = {
      ...question('x', 'Hur ofta?'),
      kind: { type: 'singleChoice', options: [{ id: 'o', text: 'Ofta' }] },
    };
    const bank = [{ ...medicines, items: [choice] }];
    const copies = copiesOf(bank);
    const source = { section: 'bank-1', fingerprint: 'first' };
    const [made] = coupled(copies, bank, source);
    const inner = copies[0]?.items?.[0];
    const option = inner && 'options' in inner.kind ? inner.kind.options[0]?.id : undefined;
    expect(made?.details?.bank).toEqual({
      ...source,
      items: { [copies[0]?.id ?? '']: 's', [inner?.id ?? '']: 'x' },
      options: { [option ?? '']: 'o' },
    });
    expect(coupled(copiesOf([choice]), [choice], source)[0]?.details).toBeUndefined();
    expect(copiesOf([section])[0]?.details).toBeUndefined();
  });
});

describe('a coupled section', () => {
  it('says when the bank has changed, shows what, and is fetched in one step that can be taken back', async () => {
    await opened([kept('second')]);
    expect(await screen.findByText('Avsnittet har ändrats i avsnittsbanken')).toBeTruthy();
    expect(await violations()).toEqual([]);
    press('Visa ändringen i avsnittsbanken … – Avsnitt 1');
    const dialog = within(await screen.findByRole('dialog', { name: 'Avsnitt 1 och avsnittsbanken' }));
    expect(await dialog.findByText('Ett villkor slutar stämma')).toBeTruthy();
    expect(dialog.getByText('Fråga 3 ”Biverkningar?”')).toBeTruthy();
    expect(dialog.getByText(/Tar du något\?.*är borttagen/)).toBeTruthy();
    expect(await violations()).toEqual([]);
    act(() => dialog.getByRole('button', { name: 'Hämta ändringen' }).click());
    await settle();
    expect(its()).toEqual(newer);
    act(() => screen.getByRole('button', { name: /^Ångra:/ }).click());
    await settle();
    expect(now()).toEqual(start);
  });

  it('is let go of, and that is taken back', async () => {
    await opened([]);
    expect(await screen.findByText('Avsnittet finns inte längre i avsnittsbanken')).toBeTruthy();
    press('Koppla loss Avsnitt 1 från avsnittsbanken');
    await settle();
    expect(its()).toEqual(medicines);
    act(() => screen.getByRole('button', { name: 'Ångra' }).click());
    await settle();
    expect(its()).toEqual(section);
  });

  it('replaces what the bank has once that is said yes to, and is coupled to what it then has', async () => {
    const later = { ...link, fingerprint: 'third' };
    const sent: Item[] = [];
    await opened([kept('first')], {
      update_bank_section: ({ item }) => {
        sent.push(item);
        return later;
      },
    });
    expect(await screen.findByText('Kopplat till ”Dina läkemedel” i avsnittsbanken.')).toBeTruthy();
    press('Uppdatera i banken – Avsnitt 1');
    const asked = within(await screen.findByRole('alertdialog'));
    expect(sent).toEqual([]);
    fireEvent.click(asked.getByRole('button', { name: 'Uppdatera i banken' }));
    await waitFor(() => expect(sent).toEqual([section]));
    await settle();
    expect(its()?.details?.bank).toEqual(later);
  });

  it('says why the bank was not updated', async () => {
    await opened([kept('first')], { update_bank_section: () => refuse({ code: 'bankSectionChanged' }) });
    await screen.findByText('Kopplat till ”Dina läkemedel” i avsnittsbanken.');
    press('Uppdatera i banken – Avsnitt 1');
    const asked = within(await screen.findByRole('alertdialog'));
    fireEvent.click(asked.getByRole('button', { name: 'Uppdatera i banken' }));
    expect(
      await screen.findByText(/Avsnittet har ändrats i avsnittsbanken sedan du hämtade det/),
    ).toBeTruthy();
    expect(its()).toEqual(section);
  });
});
