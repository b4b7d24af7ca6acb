import { act, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { TemplateRow, TemplateView } from '../../bindings';
import { clearToasts } from '../../components/Toast';
import { violations } from '../../testing/axe';
import { type Answers, type FakeCore, fakeCore, show } from '../../testing/host';
import { TemplatesPage } from '.';
import { found } from './filter';

const made: TemplateView = { id: 'm', status: 'draft', draft: null, published: null, changed: 0 };
const button = (name: string): HTMLElement => screen.getByRole('button', { name });

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
    changed: 0,
    ...more,
  });
  const rows = [
    row({}),
    row({ id: 'n', name: 'Ändrad tid', marking: 'information', status: 'draft', publishedNumber: null }),
    row({ id: 'o', name: 'Äldre mall', status: 'archived' }),
  ];

  async function list(answers: Answers = {}): Promise<FakeCore> {
    const asked = fakeCore({
      list_templates: rows,
      archive_template: null,
      restore_template: null,
      ...answers,
    });
    show(
      <main>
        <TemplatesPage />
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
    act(() => button('Arkivera Ordination järn').click());
    expect(await screen.findByText('Mallen ”Ordination järn” är arkiverad.')).toBeTruthy();
    act(() => button('Ångra').click());
    await waitFor(() => expect(asked.asked('restore_template')).toEqual([{ template: 'm' }]));
  });

  it('asks for a specific name before anything is made', async () => {
    const asked = await list({ create_template: made });
    act(() => button('Ny mall').click());
    const dialog = within(screen.getByRole('dialog'));
    expect(document.activeElement).toBe(dialog.getByRole('textbox'));
    expect(dialog.getByText(/”Ordination järn” hellre än ”Ordination”/)).toBeTruthy();
    act(() => dialog.getByRole('button', { name: 'Skapa mall' }).click());
    expect(await dialog.findByText('Skriv ett namn på mallen.')).toBeTruthy();
    expect(await violations()).toEqual([]);
    fireEvent.change(dialog.getByRole('textbox'), { target: { value: 'Ordination järn' } });
    act(() => dialog.getByRole('button', { name: 'Skapa mall' }).click());
    await waitFor(() => expect(asked.asked('create_template')).toEqual([{ name: 'Ordination järn' }]));
    await waitFor(() => expect(window.location.hash).toBe('#/administration/mallar/m'));
  });

  it('says how to begin when there is none', async () => {
    await list({ list_templates: [] });
    expect(await screen.findByText('Inga mallar än')).toBeTruthy();
    expect(await violations()).toEqual([]);
  });

  it('finds by part of a name, whatever its case, and sorts å, ä and ö last', () => {
    const sort = { column: 'name', direction: 'ascending' } as const;
    expect(found(rows, 'JÄRN', 'current', sort).map(({ id }) => id)).toEqual(['m']);
    expect(found(rows, '', 'all', sort).map(({ id }) => id)).toEqual(['m', 'o', 'n']);
    expect(found(rows, '', 'archived', sort).map(({ id }) => id)).toEqual(['o']);
  });
});
