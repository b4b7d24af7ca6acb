import { act, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { violations } from '../../testing/axe';
import { answeredState, aRow } from '../../testing/cases';
import { fakeCore, refuse, show } from '../../testing/host';
import { CaseListPage } from '.';

afterEach(() => {
  vi.unstubAllGlobals();
});

const two = [
  aRow({ case: 'case-2', citizenName: 'Maria Åkesson', state: answeredState, filesKept: 2 }),
  aRow({ citizenName: 'Lars Nyman', marking: 'information', heading: 'Ändrad tid', senderName: 'Ola Berg' }),
];

const rowOf = (name: string): HTMLElement => {
  const row = screen.getByRole('rowheader', { name }).closest('tr');
  if (!row) throw new Error('a row header stands in a row');
  return row;
};

describe('the list of cases', () => {
  it('says how far each has come, and leads to it', async () => {
    fakeCore({ list_cases: { rows: two, next: null } });
    show(
      <main>
        <CaseListPage scope="unit" />
      </main>,
    );
    const link = await screen.findByRole('link', { name: 'Maria Åkesson' });
    expect(link.getAttribute('href')).toBe('#/arenden/case-2');
    const answered = within(rowOf('Maria Åkesson'));
    expect(answered.getByText(/^Läst 22 nov\./)).toBeTruthy();
    expect(answered.getByText(/^Svar 22 nov\./)).toBeTruthy();
    expect(answered.getByText('19671128-9857')).toBeTruthy();
    expect(answered.getByText('2 bilagor finns kvar')).toBeTruthy();
    const information = within(rowOf('Lars Nyman'));
    expect(information.getByText('Inte läst')).toBeTruthy();
    expect(information.queryByText('Inget svar')).toBeNull();
    expect(information.getByText('(Information)')).toBeTruthy();
    expect(information.getByText('Ola Berg')).toBeTruthy();
    expect(await violations()).toEqual([]);
  });

  it('names the sender only where there is more than one', async () => {
    const core = fakeCore({ list_cases: { rows: two, next: null } });
    show(
      <main>
        <CaseListPage scope="mine" />
      </main>,
    );
    await screen.findByRole('table', { name: 'Mina ärenden' });
    expect(screen.queryByRole('columnheader', { name: 'Skickat av' })).toBeNull();
    expect(core.asked('list_cases')).toEqual([{ scope: 'mine', search: null, after: null }]);
  });

  it('shows and says that an answer has come, and keeps focus where it was', async () => {
    const core = fakeCore({ list_cases: { rows: [aRow()], next: null } });
    show(
      <main>
        <CaseListPage scope="mine" />
      </main>,
    );
    const link = await screen.findByRole('link', { name: 'Maria Åkesson' });
    link.focus();
    core.answer({
      list_cases: {
        rows: [aRow({ case: 'case-9', citizenName: 'Ny' }), aRow({ state: answeredState })],
        next: null,
      },
    });
    act(() => core.announce('cases'));
    expect(await screen.findByText('Ett ärende har besvarats')).toBeTruthy();
    expect(within(rowOf('Maria Åkesson')).getByText(/^Svar /)).toBeTruthy();
    expect(document.activeElement).toBe(link);
  });

  it('searches when typing has come to rest, with a personal number as the core keeps it', async () => {
    const core = fakeCore({
      list_cases: ({ search }) => ({ rows: search === null ? two : [], next: null }),
    });
    show(
      <main>
        <CaseListPage scope="mine" />
      </main>,
    );
    await screen.findByRole('table');
    const field = screen.getByRole('textbox', { name: 'Sök ärende' });
    fireEvent.change(field, { target: { value: '1967' } });
    fireEvent.change(field, { target: { value: '19671128-98' } });
    expect(await screen.findByText('Inget ärende stämmer')).toBeTruthy();
    expect(core.asked('list_cases').map(({ search }) => search)).toEqual([null, '1967112898']);
    expect(await violations()).toEqual([]);
    fireEvent.click(screen.getByRole('button', { name: 'Visa alla ärenden' }));
    expect(await screen.findByRole('table')).toBeTruthy();
  });

  it('goes on where it ended', async () => {
    const cursor = { sent: 5, case: 'case-2' };
    const core = fakeCore({
      list_cases: ({ after }) =>
        after === null ? { rows: two.slice(0, 1), next: cursor } : { rows: two.slice(1), next: null },
    });
    show(
      <main>
        <CaseListPage scope="mine" />
      </main>,
    );
    expect(await screen.findByText('Visar 1 ärenden. Det finns fler.')).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: 'Visa fler' }));
    expect(await screen.findByRole('link', { name: 'Lars Nyman' })).toBeTruthy();
    expect(screen.getByRole('link', { name: 'Maria Åkesson' })).toBeTruthy();
    expect(core.asked('list_cases').at(-1)?.after).toEqual(cursor);
    expect(screen.queryByRole('button', { name: 'Visa fler' })).toBeNull();
  });

  it('leads to sending when nothing has been sent', async () => {
    fakeCore({ list_cases: { rows: [], next: null } });
    show(
      <main>
        <CaseListPage scope="mine" />
      </main>,
    );
    await screen.findByText('Inga ärenden än');
    const links = screen.getAllByRole('link', { name: 'Skicka nytt ärende' });
    expect(links.map((link) => link.getAttribute('href'))).toEqual(['#/arenden/skicka', '#/arenden/skicka']);
    expect(await violations()).toEqual([]);
  });

  it('says why it was refused, and asks again', async () => {
    const core = fakeCore({ list_cases: () => refuse({ code: 'storeClosed' }) });
    show(
      <main>
        <CaseListPage scope="mine" />
      </main>,
    );
    expect(await screen.findByText('Databasen är inte öppen.')).toBeTruthy();
    core.answer({ list_cases: { rows: two, next: null } });
    fireEvent.click(screen.getByRole('button', { name: 'Försök igen' }));
    expect(await screen.findByRole('table')).toBeTruthy();
    await waitFor(() => expect(screen.queryByText('Databasen är inte öppen.')).toBeNull());
  });
});
