import { act, fireEvent, screen, waitFor, within } from '@testing-library/react';
import type { ReactNode } from 'react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { CaseScope } from '../../bindings';
import { clearToasts } from '../../components/Toast';
import { t } from '../../i18n/sv';
import { go, useRoute } from '../../route/hash';
import { casesAt, paths } from '../../route/paths';
import { violations } from '../../testing/axe';
import { answeredState, aRow, now } from '../../testing/cases';
import { fakeCore as bareCore, refuse, show } from '../../testing/host';
import { CaseListPage } from '.';

afterEach(() => {
  act(() => clearToasts());
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

const counts = { toReview: 3, overdue: 1, unanswered: 100, unread: 0, scheduled: 0, unreadDays: 7 };

/** A core that also answers what the page asks beside the list. */
const fakeCore = (answers: Parameters<typeof bareCore>[0]): ReturnType<typeof bareCore> =>
  bareCore({
    count_cases: counts,
    list_case_filters: [],
    list_colleagues: colleagues,
    list_sendable: [],
    ...answers,
  });

const colleagues = [
  { staff: 'karin', name: 'Karin Holm', title: 'Sjuksköterska', handles: true, isMe: true },
  { staff: 'ola', name: 'Ola Berg', title: '', handles: true, isMe: false },
  { staff: 'lisa', name: 'Lisa Lind', title: '', handles: false, isMe: false },
];

const two = [
  aRow({ case: 'case-2', citizenName: 'Maria Åkesson', state: answeredState, filesKept: 2 }),
  aRow({ citizenName: 'Lars Nyman', marking: 'information', heading: 'Ändrad tid', senderName: 'Ola Berg' }),
];

/** A scope's lists, at the one that the address names. */
function open(scope: CaseScope): void {
  go(paths.cases({ scope, list: 'open' }));
  show(<AtRoute />);
}

function AtRoute(): ReactNode {
  const place = casesAt(useRoute());
  return <main>{place && <CaseListPage {...place} />}</main>;
}

const rowOf = (name: string): HTMLElement => {
  const row = screen.getByRole('rowheader', { name }).closest('tr');
  if (!row) throw new Error('a row header stands in a row');
  return row;
};

describe('the list of cases', () => {
  it('says how far each has come, and leads to it', async () => {
    fakeCore({ list_cases: { rows: two, next: null } });
    open('unit');
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

  it('says in words that an answer should have been gone through, and nothing while there is time', async () => {
    vi.spyOn(Date, 'now').mockReturnValue(now);
    const late = aRow({ state: answeredState, reviewDue: now - 1 });
    const soon = aRow({ case: 'case-2', citizenName: 'Lars Nyman', state: answeredState, reviewDue: now });
    fakeCore({ list_cases: { rows: [late, soon], next: null } });
    open('mine');
    await screen.findByRole('table');
    expect(within(rowOf('Maria Åkesson')).getByText('Skulle ha granskats i dag 14:02')).toBeTruthy();
    expect(within(rowOf('Lars Nyman')).queryByText(/granskats/)).toBeNull();
    expect(await violations()).toEqual([]);
  });

  it('names who has a case only where that can be anybody', async () => {
    const core = fakeCore({ list_cases: { rows: two, next: null } });
    open('mine');
    await screen.findByRole('table', { name: 'Mina ärenden: Alla öppna' });
    expect(screen.queryByRole('columnheader', { name: 'Har ärendet' })).toBeNull();
    expect(core.asked('list_cases')).toEqual([
      { scope: 'mine', list: 'open', filter: {}, search: null, after: null },
    ]);
  });

  it('shows and says that an answer has come, and keeps focus where it was', async () => {
    const core = fakeCore({ list_cases: { rows: [aRow()], next: null } });
    open('mine');
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
    open('mine');
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
    const cursor = { number: 5 };
    const core = fakeCore({
      list_cases: ({ after }) =>
        after === null ? { rows: two.slice(0, 1), next: cursor } : { rows: two.slice(1), next: null },
    });
    open('mine');
    expect(await screen.findByText('Visar 1 ärenden. Det finns fler.')).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: 'Visa fler' }));
    expect(await screen.findByRole('link', { name: 'Lars Nyman' })).toBeTruthy();
    expect(screen.getByRole('link', { name: 'Maria Åkesson' })).toBeTruthy();
    expect(core.asked('list_cases').at(-1)?.after).toEqual(cursor);
    expect(screen.queryByRole('button', { name: 'Visa fler' })).toBeNull();
  });

  it('leads to sending when nothing has been sent', async () => {
    fakeCore({ list_cases: { rows: [], next: null } });
    open('mine');
    await screen.findByText('Inga öppna ärenden');
    const links = screen.getAllByRole('link', { name: 'Skicka nytt ärende' });
    expect(links.map((link) => link.getAttribute('href'))).toEqual(['#/arenden/skicka', '#/arenden/skicka']);
    expect(await violations()).toEqual([]);
  });

  it('says why it was refused, and asks again', async () => {
    const core = fakeCore({ list_cases: () => refuse({ code: 'storeClosed' }) });
    open('mine');
    expect(await screen.findByText('Databasen är inte öppen.')).toBeTruthy();
    core.answer({ list_cases: { rows: two, next: null } });
    fireEvent.click(screen.getByRole('button', { name: 'Försök igen' }));
    expect(await screen.findByRole('table')).toBeTruthy();
    await waitFor(() => expect(screen.queryByText('Databasen är inte öppen.')).toBeNull());
  });

  it('tells what there is to do, and shows each list by itself', async () => {
    const core = fakeCore({ list_cases: ({ list }) => ({ rows: list === 'open' ? two : [], next: null }) });
    open('mine');
    await screen.findByRole('table');
    expect(screen.getAllByRole('tab')).toHaveLength(Object.keys(t.cases.list.names).length);
    expect(screen.getByRole('tab', { name: 'Att granska 3' })).toBeTruthy();
    expect(screen.getByRole('tab', { name: 'Obesvarade 99+' })).toBeTruthy();
    fireEvent.click(screen.getByRole('tab', { name: 'Olästa' }));
    expect(await screen.findByText('Inget har legat oläst för länge')).toBeTruthy();
    expect(screen.getByText(/mer än 7 dygn sedan och inte lästa/)).toBeTruthy();
    expect(core.asked('list_cases').map(({ list }) => list)).toEqual(['open', 'unread']);
    expect(window.location.hash).toBe('#/arenden/mina/olasta');
    expect(await violations()).toEqual([]);
  });

  it('shows the list that the address names, and stays where the keyboard is', async () => {
    const core = fakeCore({ list_cases: ({ list }) => ({ rows: list === 'open' ? two : [], next: null }) });
    open('unit');
    await screen.findByRole('table');
    const tab = screen.getByRole('tab', { name: 'Alla öppna' });
    tab.focus();
    fireEvent.keyDown(tab, { key: 'ArrowRight' });
    expect(await screen.findByText('Inget att granska')).toBeTruthy();
    expect(document.activeElement).toBe(screen.getByRole('tab', { name: 'Att granska 3' }));
    act(() => go('/arenden/fordelade/avslutade'));
    expect(await screen.findByText('Inget är avslutat')).toBeTruthy();
    expect(core.asked('list_cases').map(({ list }) => list)).toEqual(['open', 'toReview', 'ended']);
  });

  it('narrows by all that is chosen, keeps it under a name and comes back to it', async () => {
    const core = fakeCore({
      list_cases: { rows: two, next: null },
      keep_case_filter: null,
      forget_case_filter: null,
    });
    open('unit');
    await screen.findByRole('table');
    fireEvent.click(screen.getByRole('button', { name: 'Filter' }));
    fireEvent.click(screen.getByRole('button', { name: /Skickat av/ }));
    expect(screen.getByRole('option', { name: 'Lisa Lind' })).toBeTruthy();
    fireEvent.click(screen.getByRole('option', { name: 'Karin Holm (jag)' }));
    const from = screen.getByRole('textbox', { name: 'Skickat från och med' });
    fireEvent.change(from, { target: { value: 'i går' } });
    expect(await screen.findByText('Skriv datumet som ÅÅÅÅ-MM-DD.')).toBeTruthy();
    fireEvent.change(from, { target: { value: '20261101' } });
    const filter = { sender: 'karin', from: '2026-11-01' };
    await waitFor(() => expect(core.asked('list_cases').at(-1)?.filter).toEqual(filter));
    expect(await violations()).toEqual([]);
    fireEvent.click(screen.getByRole('button', { name: 'Spara filtret' }));
    fireEvent.change(await screen.findByRole('textbox', { name: /Vad ska det heta/ }), {
      target: { value: 'Mina i november' },
    });
    fireEvent.click(screen.getByRole('button', { name: 'Spara' }));
    await waitFor(() =>
      expect(core.asked('keep_case_filter')).toEqual([{ name: 'Mina i november', filter }]),
    );
    core.answer({ list_case_filters: [{ name: 'Mina i november', filter }] });
    act(() => core.announce('caseFilters'));
    fireEvent.click(await screen.findByRole('button', { name: 'Ta bort filter' }));
    expect(await screen.findByRole('button', { name: 'Filter' })).toBeTruthy();
    expect(from).toHaveProperty('value', '');
    fireEvent.click(screen.getByRole('button', { name: 'Mina i november' }));
    expect(await screen.findByRole('button', { name: 'Filter (2)' })).toBeTruthy();
    expect(from).toHaveProperty('value', '2026-11-01');
  });

  it('closes many at once with a way back, and says what was left and why', async () => {
    const core = fakeCore({
      list_cases: { rows: two, next: null },
      close_cases: { done: ['case-2'], left: [{ case: 'case-1', why: 'closed' }] },
      reopen_cases: { done: ['case-2'], left: [] },
    });
    open('mine');
    for (const name of ['Maria Åkesson, Frågor inför ditt besök', 'Lars Nyman, Ändrad tid']) {
      fireEvent.click(await screen.findByRole('checkbox', { name: `Markera ${name}` }));
    }
    const bar = within(screen.getByRole('region', { name: 'Markerade ärenden' }));
    expect(bar.getByText('2 markerade')).toBeTruthy();
    expect(await violations()).toEqual([]);
    fireEvent.click(bar.getByRole('button', { name: 'Avsluta' }));
    expect(await screen.findByText('Ärendet är avslutat.')).toBeTruthy();
    expect(screen.getByText('Ett ärende är redan avslutat och lämnades som det är.')).toBeTruthy();
    expect(core.asked('close_cases')).toEqual([{ cases: ['case-2', 'case-1'] }]);
    expect(screen.queryByRole('region', { name: 'Markerade ärenden' })).toBeNull();
    fireEvent.click(screen.getByRole('button', { name: 'Ångra' }));
    await waitFor(() => expect(core.asked('reopen_cases')).toEqual([{ cases: ['case-2'] }]));
  });

  it('gives what is marked to a colleague who handles cases', async () => {
    const core = fakeCore({
      list_cases: { rows: two, next: null },
      assign_cases: { done: ['case-2'], left: [] },
    });
    open('unit');
    fireEvent.click(await screen.findByRole('checkbox', { name: /Markera Maria/ }));
    fireEvent.click(screen.getByRole('button', { name: 'Fördela till …' }));
    const dialog = within(await screen.findByRole('dialog'));
    fireEvent.click(await dialog.findByRole('button', { name: 'Fördela' }));
    expect(await dialog.findByText('Välj vem som ska ha ärendet.')).toBeTruthy();
    expect(dialog.queryByRole('radio', { name: /Lisa/ })).toBeNull();
    expect(await violations()).toEqual([]);
    fireEvent.click(dialog.getByRole('radio', { name: 'Ola Berg' }));
    fireEvent.click(dialog.getByRole('button', { name: 'Fördela' }));
    expect(await screen.findByText('Ärendet är fördelat till Ola Berg.')).toBeTruthy();
    expect(core.asked('assign_cases')).toEqual([{ cases: ['case-2'], to: 'ola' }]);
  });
});
