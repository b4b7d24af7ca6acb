import { act, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { StarterRow, TemplateRow } from '../../bindings';
import { clearToasts } from '../../components/Toast';
import { violations } from '../../testing/axe';
import { aTemplate } from '../../testing/drafts';
import { type Answers, type FakeCore, fakeCore, refuse, show } from '../../testing/host';
import { TemplatesPage } from '.';
import { type Filter, found } from './filter';

const made = aTemplate();
const button = (name: string): HTMLElement => screen.getByRole('button', { name });
async function choose(name: string, act: string): Promise<void> {
  fireEvent.click(await screen.findByRole('button', { name: `Åtgärder för ${name}` }));
  fireEvent.click(await screen.findByRole('menuitem', { name: act }));
}

afterEach(() => {
  act(() => clearToasts());
  vi.unstubAllGlobals();
});

describe('the list', () => {
  const row = (more: Partial<TemplateRow>): TemplateRow => ({
    id: 'm',
    name: 'Ordination järn',
    marking: 'question',
    status: 'published',
    hasDraft: false,
    publishedNumber: 3,
    awaitsApproval: false,
    category: '',
    tags: [],
    isFavourite: false,
    sent: 0,
    lastSent: null,
    changed: 0,
    ...more,
  });
  const rows = [
    row({}),
    row({ id: 'n', name: 'Ändrad tid', marking: 'information', status: 'draft', publishedNumber: null }),
    row({ id: 'o', name: 'Äldre mall', status: 'archived' }),
  ];

  const starters: StarterRow[] = [
    {
      starter: 'summons',
      name: 'Kallelse till ditt besök',
      marking: 'question',
      whatFor: 'Kallar till ett besök snart.',
      questions: 3,
    },
    {
      starter: 'testResult',
      name: 'Svar på dina prover',
      marking: 'information',
      whatFor: 'Berättar vad prover visar.',
      questions: 0,
    },
  ];

  async function list(answers: Answers = {}): Promise<FakeCore> {
    const asked = fakeCore({
      list_templates: rows,
      archive_template: null,
      restore_template: null,
      list_starters: starters,
      ...answers,
    });
    show(
      <main>
        <TemplatesPage canEdit />
      </main>,
    );
    await screen.findByRole('heading', { level: 1 });
    return asked;
  }

  it('says marking and status, without the archived', async () => {
    await list();
    const line = await screen.findByRole('row', { name: /Ordination järn/ });
    expect(line.textContent).toContain('(Fråga)');
    expect(line.textContent).toContain('Publicerad v3');
    expect(screen.getByRole('row', { name: /Ändrad tid/ }).textContent).toContain('Utkast');
    expect(screen.queryByText('Äldre mall')).toBeNull();
    expect(await violations()).toEqual([]);
  });

  it('archives at once and takes it back', async () => {
    const asked = await list();
    await screen.findByRole('row', { name: /Ordination järn/ });
    await choose('Ordination järn', 'Arkivera');
    expect(await screen.findByText('Mallen ”Ordination järn” är arkiverad.')).toBeTruthy();
    act(() => button('Ångra').click());
    await waitFor(() => expect(asked.asked('restore_template')).toEqual([{ template: 'm' }]));
  });

  it('asks for a specific name before anything is made', async () => {
    const asked = await list({ create_template: made });
    act(() => button('Ny mall').click());
    const dialog = within(screen.getByRole('dialog'));
    expect(dialog.getByText(/”Ordination järn” hellre än ”Ordination”/)).toBeTruthy();
    act(() => dialog.getByRole('button', { name: 'Skapa mall' }).click());
    expect(document.activeElement).toBe(dialog.getByRole('textbox'));
    expect(await dialog.findByText('Skriv ett namn på mallen.')).toBeTruthy();
    expect(await violations()).toEqual([]);
    fireEvent.change(dialog.getByRole('textbox'), { target: { value: 'Ordination järn' } });
    act(() => dialog.getByRole('button', { name: 'Skapa mall' }).click());
    await waitFor(() => expect(asked.asked('create_template')).toEqual([{ name: 'Ordination järn' }]));
    await waitFor(() => expect(window.location.hash).toBe('#/administration/mallar/m'));
  });

  it('offers example templates to begin with, whose name can be changed', async () => {
    const asked = await list({ create_template: made, create_from_starter: made });
    act(() => button('Ny mall').click());
    const dialog = within(await screen.findByRole('dialog', { name: 'Ny mall' }));
    const example = await dialog.findByRole('radio', { name: /^Kallelse till ditt besök \(Fråga\)/ });
    expect(document.activeElement).toBe(dialog.getByRole('radio', { name: /^Tom mall/ }));
    expect(dialog.getByText('Kallar till ett besök snart. 3 frågor.')).toBeTruthy();
    expect(dialog.getByText('Berättar vad prover visar.')).toBeTruthy();
    expect(await violations()).toEqual([]);
    const name = dialog.getByRole('textbox', { name: 'Mallens namn' });
    act(() => example.click());
    expect(name).toHaveProperty('value', 'Kallelse till ditt besök');
    act(() => dialog.getByRole('radio', { name: /^Svar på dina prover/ }).click());
    expect(name).toHaveProperty('value', 'Svar på dina prover');
    fireEvent.change(name, { target: { value: 'Svar på järnprov' } });
    act(() => example.click());
    expect(name).toHaveProperty('value', 'Svar på järnprov');
    act(() => dialog.getByRole('button', { name: 'Skapa mall' }).click());
    const request = { starter: 'summons', name: 'Svar på järnprov' };
    await waitFor(() => expect(asked.asked('create_from_starter')).toEqual([request]));
    expect(asked.asked('create_template')).toEqual([]);
    await waitFor(() => expect(window.location.hash).toBe('#/administration/mallar/m'));
  });

  it('makes an empty template also when the examples cannot be listed', async () => {
    const fails = { list_starters: () => refuse({ code: 'unexpected', reference: 'A1' }) };
    const asked = await list({ create_template: made, ...fails });
    act(() => button('Ny mall').click());
    const dialog = within(await screen.findByRole('dialog', { name: 'Ny mall' }));
    expect((await dialog.findByRole('alert')).textContent).toContain('A1');
    fireEvent.change(dialog.getByRole('textbox'), { target: { value: 'Ordination järn' } });
    act(() => dialog.getByRole('button', { name: 'Skapa mall' }).click());
    await waitFor(() => expect(asked.asked('create_template')).toEqual([{ name: 'Ordination järn' }]));
  });

  it('says how to begin when there is none, with the examples', async () => {
    await list({ list_templates: [] });
    expect(await screen.findByText('Inga mallar än')).toBeTruthy();
    const begin = await screen.findByRole('button', { name: 'Börja med ”Svar på dina prover”' });
    expect(await violations()).toEqual([]);
    act(() => begin.click());
    const dialog = within(await screen.findByRole('dialog', { name: 'Ny mall' }));
    expect(dialog.getByRole('radio', { name: /^Svar på dina prover/ })).toHaveProperty('checked', true);
    const name = dialog.getByRole('textbox', { name: 'Mallens namn' });
    expect([document.activeElement === name, name.getAttribute('value')]).toEqual([
      true,
      'Svar på dina prover',
    ]);
  });

  it('finds by part of a name, whatever its case, and sorts å, ä and ö last', () => {
    const sort = { column: 'name', direction: 'ascending' } as const;
    const ids = (search: string, filter: Filter): string[] =>
      found(rows, { search, hits: null, filter, category: null }, sort).map(({ id }) => id);
    expect(ids('JÄRN', 'current')).toEqual(['m']);
    expect(ids('', 'all')).toEqual(['m', 'o', 'n']);
    expect(ids('', 'archived')).toEqual(['o']);
  });

  it('finds by what the templates ask, and shows where', async () => {
    const asked = await list({
      search_templates: ({ search }) =>
        search === 'ont' ? [{ template: 'n', text: 'Hur ont har du i vila?' }] : [],
    });
    await screen.findByRole('row', { name: /Ordination järn/ });
    fireEvent.change(screen.getByRole('textbox', { name: 'Sök mall' }), { target: { value: 'ont' } });
    const line = await screen.findByRole('row', { name: /Ändrad tid/ });
    await waitFor(() => expect(line.textContent).toContain('”Hur ont har du i vila?”'));
    expect(screen.queryByRole('row', { name: /Ordination järn/ })).toBeNull();
    expect(asked.asked('search_templates')).toEqual([{ search: 'ont' }]);
    expect(await violations()).toEqual([]);
  });

  it('marks a favourite, and puts a template under a category', async () => {
    const sorted = row({
      id: 'p',
      name: 'Kallelse',
      category: 'Inför besök',
      tags: ['hjärta'],
      sent: 2,
      lastSent: 0,
    });
    const asked = await list({
      list_templates: [...rows, sorted],
      mark_favourite: null,
      organise_template: null,
    });
    const line = await screen.findByRole('row', { name: /Kallelse/ });
    expect(line.textContent).toContain('hjärta');
    expect(line.textContent).toMatch(/Använd 2 gånger, senast/);
    expect(within(line).getByRole('link').textContent).toBe('Kallelse');
    fireEvent.click(button('Gör Kallelse till favorit'));
    await waitFor(() =>
      expect(asked.asked('mark_favourite')).toEqual([{ template: 'p', isFavourite: true }]),
    );
    await choose('Ordination järn', 'Kategori och etiketter …');
    const dialog = within(screen.getByRole('dialog'));
    expect(await violations()).toEqual([]);
    fireEvent.click(dialog.getByRole('button', { name: 'Inför besök' }));
    fireEvent.change(dialog.getByRole('textbox', { name: /Etiketter/ }), { target: { value: 'blod, järn' } });
    fireEvent.click(dialog.getByRole('button', { name: 'Spara' }));
    await waitFor(() =>
      expect(asked.asked('organise_template')).toEqual([
        { template: 'm', category: 'Inför besök', tags: ['blod', ' järn'] },
      ]),
    );
  });

  it('lets whoever only approves change nothing', async () => {
    fakeCore({ list_templates: [row({ awaitsApproval: true, hasDraft: true })] });
    show(<TemplatesPage canEdit={false} />);
    const line = await screen.findByRole('row', { name: /Ordination järn/ });
    expect(line.textContent).toContain('Inväntar godkännande');
    expect(screen.queryByRole('button', { name: 'Ny mall' })).toBeNull();
    fireEvent.click(button('Åtgärder för Ordination järn'));
    expect((await screen.findAllByRole('menuitem')).map((one) => one.textContent)).toEqual([
      'Historik',
      'Vem har använt mallen …',
      'Spara som PDF …',
    ]);
  });
});
