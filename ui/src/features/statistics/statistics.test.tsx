import { act, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { CaseFigures, Statistics } from '../../bindings';
import { clearToasts } from '../../components/Toast';
import { violations } from '../../testing/axe';
import { now } from '../../testing/cases';
import { type FakeCore, fakeCore, refuse, show } from '../../testing/host';
import { StatisticsPage } from '.';

afterEach(() => {
  act(() => clearToasts());
  vi.unstubAllGlobals();
});

const DAY = 24 * 3_600_000;
const none: CaseFigures = {
  sent: 0,
  read: 0,
  asked: 0,
  answered: 0,
  revoked: 0,
  closedUnanswered: 0,
  minutesToRead: null,
  minutesToAnswer: null,
};
const followUp: CaseFigures = {
  ...none,
  sent: 12,
  read: 9,
  asked: 12,
  answered: 6,
  revoked: 1,
  minutesToRead: 90,
  minutesToAnswer: 1_500,
};
const long = `Uppföljning av behandling ${'som pågår länge '.repeat(12)}`.trim();

const some: Statistics = {
  from: now - 30 * DAY,
  until: now,
  all: { ...followUp, sent: 15, read: 10, closedUnanswered: 2 },
  templates: [
    { template: 't-1', name: long, figures: followUp },
    { template: 't-2', name: 'Ändrad tid', figures: { ...none, sent: 3, read: 1 } },
  ],
  weeks: [
    { from: now - 13 * DAY, sent: 10 },
    { from: now - 6 * DAY, sent: 5 },
  ],
  fewest: 5,
};

function open(statistics: Statistics = some): FakeCore {
  const core = fakeCore({ read_statistics: statistics, save_statistics: true });
  show(
    <main>
      <StatisticsPage />
    </main>,
  );
  return core;
}

const told = (name: string): (string | null)[] => {
  const figure = screen.getByText(name, { selector: 'dt' }).parentElement;
  return [...(figure?.querySelectorAll('dd') ?? [])].map((value) => value.textContent);
};

describe('the statistics', () => {
  it('say how many, what part of them and how quick', async () => {
    open();
    await screen.findByText('Ärenden som skickades från och med 23 okt. 2026 till och med 22 nov. 2026.');
    expect(told('Skickade')).toEqual(['15']);
    expect(told('Lästa')).toEqual(['10', '67\u00a0% av de skickade']);
    expect(told('Besvarade')).toEqual(['6', '50\u00a0% av 12 ärenden som frågar']);
    expect(told('Mediantid till läst')).toEqual(['1,5 tim', 'Hälften gick fortare']);
    expect(told('Mediantid till svar')).toEqual(['25 tim', 'Hälften gick fortare']);
    expect(told('Avslutade utan svar')).toEqual(['2']);
    expect(await violations()).toEqual([]);
  });

  it('say each picture in words, also of a template with a long name', async () => {
    open();
    const pictures = await screen.findAllByRole('img');
    expect(pictures.map((picture) => picture.getAttribute('aria-label'))).toEqual([
      'Stapeldiagram över 2 veckor: som mest 10 ärenden, veckan från 9 nov. 2026.',
      `${long}: 12 skickade, 9 lästa, 6 besvarade.`,
      'Ändrad tid: 3 skickade, 1 lästa, 0 besvarade.',
    ]);
    const widths = [...(pictures[1]?.querySelectorAll('rect') ?? [])].map((bar) => bar.getAttribute('width'));
    expect(widths).toEqual(['12', '12', '12', '9', '12', '6']);
    const heights = [...(pictures[0]?.querySelectorAll('rect') ?? [])].map((bar) =>
      bar.getAttribute('height'),
    );
    expect(heights).toEqual(['100', '50']);
  });

  it('have a table behind each picture, where a median of few is not told and it says why', async () => {
    open();
    await screen.findAllByRole('img');
    expect(screen.queryByRole('table')).toBeNull();
    for (const way of screen.getAllByRole('button', { name: 'Visa som tabell' })) fireEvent.click(way);
    const weekly = within(await screen.findByRole('table', { name: 'Skickade per vecka' }));
    expect(weekly.getByRole('row', { name: '9 nov. 2026 10' })).toBeTruthy();
    const table = within(screen.getByRole('table', { name: 'Per mall' }));
    expect(table.getByRole('row', { name: `${long} 12 9 12 6 1,5 tim 25 tim 1 0` })).toBeTruthy();
    expect(table.getByRole('row', { name: 'Ändrad tid 3 1 0 0 Visas inte Visas inte 0 0' })).toBeTruthy();
    expect(
      screen.getByText('Mediantider visas av minst 5 ärenden: färre kunde peka ut en person.'),
    ).toBeTruthy();
    expect(await violations()).toEqual([]);
  });

  it('say that a median is not told of all either, when there are few', async () => {
    open({ ...some, all: { ...none, sent: 1 } });
    await screen.findAllByRole('img');
    expect(told('Mediantid till läst')[0]).toBe('Visas inte');
    expect(told('Besvarade')).toEqual(['0', 'Inget av det skickade frågar']);
  });

  it('are of the period that is chosen, and follow what happens', async () => {
    const core = open();
    await screen.findAllByRole('img');
    core.answer({ read_statistics: { ...some, all: none, templates: [], weeks: [] } });
    fireEvent.click(screen.getByRole('radio', { name: 'Senaste 12 månaderna' }));
    expect(await screen.findByText('Inget skickades under perioden')).toBeTruthy();
    expect(core.asked('read_statistics').map(({ period }) => period)).toEqual(['days30', 'months12']);
    expect(screen.queryByRole('img')).toBeNull();
    expect(await violations()).toEqual([]);
    core.answer({ read_statistics: some });
    act(() => core.announce('cases'));
    expect(await screen.findAllByRole('img')).toHaveLength(3);
  });

  it('are saved as a file of the same period, or say why not', async () => {
    const core = open();
    fireEvent.click(await screen.findByRole('button', { name: 'Spara för kalkylark (CSV)' }));
    expect(await screen.findByText('Statistiken är sparad.')).toBeTruthy();
    expect(core.asked('save_statistics')).toEqual([{ period: 'days30' }]);
    core.answer({ save_statistics: () => refuse({ code: 'reportUnwritable' }) });
    fireEvent.click(screen.getByRole('button', { name: 'Spara för kalkylark (CSV)' }));
    expect(await screen.findByText('Rapporten kunde inte sparas där.')).toBeTruthy();
    await waitFor(() => expect(core.asked('save_statistics')).toHaveLength(2));
  });
});
