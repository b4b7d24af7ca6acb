import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { PurgeOverview, PurgeReport, ReceiptView } from '../../bindings';
import { violations } from '../../testing/axe';
import { type Answers, fakeCore, refuse, show } from '../../testing/host';
import { PurgePage } from '.';
import { periodOf } from './Period';

afterEach(() => vi.unstubAllGlobals());

const HOUR = 3_600_000;
const now = Date.now();

const receipt: ReceiptView = {
  seq: 7,
  item: '0a1b',
  kind: 'copy',
  size: 1_200,
  deadline: Date.UTC(2026, 10, 22, 8, 0),
  purgedAt: Date.UTC(2026, 10, 22, 8, 1),
  trigger: 'timer',
  outcome: 'notFoundAtRecordedPlace',
};

const overview: PurgeOverview = {
  kept: [],
  begun: [],
  unfinished: [],
  room: { taken: 1_200_000_000, most: 20_000_000_000, diskFull: false, refused: null },
  clock: { now, behindMinutes: 0, doubt: null },
  runs: { timer: now, start: now - HOUR, scheduled: null },
  job: 'installed',
};

const report: PurgeReport = {
  unit: 'Exempelmottagningen',
  from: 0,
  until: now,
  made: now,
  received: 12,
  purged: 9,
  late: 1,
  stuck: 0,
  kept: 3,
  byKind: [],
  byTrigger: [],
  chain: { verdict: 'whole', receipts: 9, head: 'ab' },
};

const calm: Answers = {
  purge_overview: overview,
  list_receipts: { receipts: [], next: null },
  purge_report: report,
};

function open(roles: { canOpenCases?: boolean; canTrustClock?: boolean } = {}): void {
  show(
    <main>
      <PurgePage canOpenCases={roles.canOpenCases ?? true} canTrustClock={roles.canTrustClock ?? true} />
    </main>,
  );
}

const late = {
  kind: 'copy',
  copy: null,
  case: 'k-1',
  expires: now - HOUR,
  size: null,
  state: 'late',
} as const;

describe('the purge', () => {
  it('shows what is kept until when, how much goes within a day, and leads handlers to the case', async () => {
    fakeCore({
      ...calm,
      purge_overview: {
        ...overview,
        kept: [
          { ...late, kind: 'submitted', size: 900 },
          { ...late, kind: 'copy', copy: 'original', expires: now + 2.5 * HOUR, state: 'waiting' },
          { ...late, kind: 'unsent', expires: now + 72 * HOUR, size: 2_400_000, state: 'waiting' },
        ],
      },
    });
    open();
    expect(await screen.findByText('om 2 tim')).toBeTruthy();
    expect(screen.getByText('2,4 MB')).toBeTruthy();
    expect(screen.getByText('2 saker gallras inom 24 timmar.')).toBeTruthy();
    expect(screen.getByText('Försenad, gallras vid nästa försök')).toBeTruthy();
    expect(screen.getByRole('rowheader', { name: 'Original' })).toBeTruthy();
    expect(screen.getByText('1,2 GB av 20 GB')).toBeTruthy();
    expect(screen.getByText('En sak är försenad. Inget sitter fast.')).toBeTruthy();
    const [link] = screen.getAllByRole('link', { name: 'Öppna ärendet' });
    expect(link?.getAttribute('href')).toBe('#/arenden/k-1');
    expect(await violations()).toEqual([]);
  });

  it('leads an administrator to no case', async () => {
    const item = { ...late, copy: 'safe', state: 'waiting' } as const;
    fakeCore({ ...calm, purge_overview: { ...overview, kept: [item] } });
    open({ canOpenCases: false });
    expect(await screen.findByRole('rowheader', { name: 'Säker kopia' })).toBeTruthy();
    expect(screen.queryByRole('link', { name: 'Öppna ärendet' })).toBeNull();
  });

  it('says what is stuck and what to do about it', async () => {
    fakeCore({
      ...calm,
      purge_overview: {
        ...overview,
        begun: [
          { kind: 'safeCopy', case: 'k-1', deadline: now - HOUR, since: now - HOUR, stuck: true },
          { kind: 'sealed', case: null, deadline: null, since: now - 60_000, stuck: false },
        ],
      },
    });
    open();
    expect(await screen.findByText('Sitter fast')).toBeTruthy();
    expect(screen.getByText(/Kopian kan fortfarande gå att läsa/)).toBeTruthy();
    expect(screen.getByText('Försöker igen')).toBeTruthy();
    expect(screen.getByText('Inget är försenat. En sak sitter fast.')).toBeTruthy();
    expect(await violations()).toEqual([]);
  });

  it('tells that nobody purges while the program is closed, and who last did', async () => {
    fakeCore({ ...calm, purge_overview: { ...overview, job: 'missing' } });
    open();
    expect(await screen.findByText(/budkavlectl purge --install/)).toBeTruthy();
    expect(screen.getByText(/, Budkavle$/)).toBeTruthy();
  });

  it('tells of a clock that was set back', async () => {
    const clock = { now, behindMinutes: 525_600, doubt: null };
    fakeCore({ ...calm, purge_overview: { ...overview, clock } });
    open();
    expect((await screen.findAllByText(/Datorns klocka går efter/)).length).toBe(2);
  });

  it('lets an administrator, and nobody else, say that a clock which leapt ahead is right', async () => {
    const clock = {
      now,
      behindMinutes: 0,
      doubt: { wall: now + 1_000 * HOUR, minutesLeft: 1_439, closed: 2 },
    };
    const core = fakeCore({ ...calm, purge_overview: { ...overview, clock }, trust_clock: null });
    open();
    fireEvent.click(await screen.findByRole('button', { name: 'Klockan är rätt' }));
    expect(screen.getByText(/igång i 24 timmar till/)).toBeTruthy();
    expect(core.asked('trust_clock')).toEqual([]);
    fireEvent.click(await screen.findByRole('button', { name: 'Gallra nu' }));
    await waitFor(() => expect(core.asked('trust_clock')).toEqual([null]));
  });

  it('leaves a handler to ask an administrator about the clock', async () => {
    const clock = { now, behindMinutes: 0, doubt: { wall: now + 1_000 * HOUR, minutesLeft: 60, closed: 1 } };
    fakeCore({ ...calm, purge_overview: { ...overview, clock } });
    open({ canTrustClock: false });
    expect(await screen.findByText('En lokal administratör kan säga att klockan är rätt.')).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Klockan är rätt' })).toBeNull();
  });
});

describe('the receipts', () => {
  it('tell in words why something was purged and what was found, and open whole', async () => {
    fakeCore({
      ...calm,
      list_receipts: {
        receipts: [receipt, { ...receipt, seq: 6, kind: 'sealed', trigger: 'person', outcome: 'unreadable' }],
        next: null,
      },
      open_receipt: {
        receipt: { ...receipt, trigger: 'person' },
        steps: ['resumed', 'copyAbsent', 'verifiedAbsent'],
        hash: 'f00d',
        circumstances: {
          received: receipt.deadline - 3_600_000,
          clockBehind: 90,
          clockDoubted: false,
          version: '0.1.0',
          jailHolds: true,
          person: 'Karin Holm',
        },
      },
    });
    open();
    const row = (await screen.findByRole('rowheader', { name: '7' })).closest('tr') ?? document.body;
    expect(within(row).getByText('Tiden var ute')).toBeTruthy();
    expect(within(row).getByText('Fanns inte på sin plats')).toBeTruthy();
    expect(screen.getByText('Gallrad för hand')).toBeTruthy();
    expect(screen.getByText('Oläsbar, förstörd')).toBeTruthy();
    fireEvent.click(within(row).getByRole('button', { name: 'Visa kvitto 7' }));
    const dialog = await screen.findByRole('dialog', { name: 'Kvitto 7' });
    expect(await within(dialog).findByText('En sista kontroll fann inget kvar.')).toBeTruthy();
    expect(within(dialog).getByText('f00d')).toBeTruthy();
    expect(within(dialog).getByText('Karin Holm')).toBeTruthy();
    expect(within(dialog).getByText(/^Gick efter\./)).toBeTruthy();
    expect(within(dialog).getByText('Höll vid senaste provet')).toBeTruthy();
    expect(await violations()).toEqual([]);
  });

  it('are paged, and found by period', async () => {
    const core = fakeCore({ ...calm, list_receipts: { receipts: [receipt], next: 7 } });
    open();
    fireEvent.click(await screen.findByRole('button', { name: 'Äldre kvitton' }));
    await waitFor(() =>
      expect(core.asked('list_receipts').at(-1)).toEqual({ from: null, until: null, before: 7 }),
    );
    fireEvent.change(screen.getByLabelText('Från och med'), { target: { value: '2026-11-01' } });
    fireEvent.change(screen.getByLabelText('Till och med'), { target: { value: '2026-11-30' } });
    const period = { from: new Date(2026, 10, 1).getTime(), until: new Date(2026, 11, 1).getTime() };
    await waitFor(() => expect(core.asked('list_receipts').at(-1)).toEqual({ ...period, before: null }));
    await waitFor(() => expect(core.asked('purge_report').at(-1)).toEqual(period));
  });

  it('are no period when the days are turned round or not understood', () => {
    expect(periodOf('2026-11-02', '2026-11-01')).toBeNull();
    expect(periodOf('i höst', '')).toBeNull();
    expect(periodOf('', '')).toEqual({ from: null, until: null });
    const day = periodOf('2026-11-01', '2026-11-01');
    expect((day?.until ?? 0) - (day?.from ?? 0)).toBe(24 * HOUR);
  });

  it('say whether the chain holds', async () => {
    const core = fakeCore({ ...calm, check_receipts: { verdict: 'whole', receipts: 9, head: 'abcd' } });
    open();
    const check = await screen.findByRole('button', { name: 'Kontrollera kedjan' });
    fireEvent.click(check);
    expect(await screen.findByText('Kedjan är hel: 9 kvitton.')).toBeTruthy();
    expect(screen.getByText('abcd')).toBeTruthy();
    core.answer({ check_receipts: { verdict: 'broken', line: 3, fault: 'altered' } });
    fireEvent.click(check);
    expect(await screen.findByText('Kedjan är bruten på rad 3.')).toBeTruthy();
    core.answer({ check_receipts: { verdict: 'cutOff' } });
    fireEvent.click(check);
    expect(await screen.findByText(/Kedjans slut är borta/)).toBeTruthy();
  });
});

describe('the report', () => {
  it('is seen, and saved as PDF and as a spreadsheet', async () => {
    const core = fakeCore({ ...calm, save_purge_report: true });
    open();
    const row = (await screen.findByRole('rowheader', { name: 'Bilagor som kom in' })).closest('tr');
    expect(within(row ?? document.body).getByText('12')).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: 'Spara som PDF' }));
    await waitFor(() => expect(core.asked('save_purge_report').at(-1)?.format).toBe('pdf'));
    fireEvent.click(screen.getByRole('button', { name: 'Spara som kalkylblad (CSV)' }));
    await waitFor(() => expect(core.asked('save_purge_report').at(-1)?.format).toBe('csv'));
  });

  it('says when it could not be saved', async () => {
    fakeCore({ ...calm, save_purge_report: () => refuse({ code: 'reportUnwritable' }) });
    open();
    fireEvent.click(await screen.findByRole('button', { name: 'Spara som PDF' }));
    expect(await screen.findByText('Rapporten kunde inte sparas där.')).toBeTruthy();
  });
});
