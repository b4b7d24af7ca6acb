import { act, screen, within } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { CaseCounts, Overview } from '../../bindings';
import { violations } from '../../testing/axe';
import { now } from '../../testing/cases';
import { type FakeCore, fakeCore, refuse, show } from '../../testing/host';
import { OverviewPage } from '.';

beforeEach(() => {
  vi.spyOn(Date, 'now').mockReturnValue(now);
});
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

const nothing: CaseCounts = {
  toReview: 0,
  overdue: 0,
  unanswered: 0,
  unread: 0,
  scheduled: 0,
  unreadDays: 7,
};

function open(overview: Partial<Overview>): FakeCore {
  const core = fakeCore({ overview: { mine: nothing, unit: nothing, draft: null, ...overview } });
  show(
    <main>
      <OverviewPage />
    </main>,
  );
  return core;
}

const leadsTo = (heading: string): (string | null)[] => {
  const part = screen.getByRole('heading', { name: heading }).closest('section');
  if (!part) throw new Error('a heading stands in its part');
  return within(part)
    .getAllByRole('link')
    .map((link) => link.getAttribute('href'));
};

describe('the overview', () => {
  it('says what waits, the most pressing first, and leads to each list', async () => {
    open({
      mine: { toReview: 3, overdue: 1, unanswered: 100, unread: 2, scheduled: 0, unreadDays: 7 },
      unit: { ...nothing, toReview: 5 },
      draft: now - 3_600_000,
    });
    const review = await screen.findByRole('link', { name: /^3 att granska 1 skulle redan ha granskats/ });
    expect(review.getAttribute('href')).toBe('#/arenden/mina/att-granska');
    expect(screen.getByRole('link', { name: /^Påbörjat meddelande Sparat i dag 13:03/ })).toBeTruthy();
    expect(screen.getByRole('link', { name: /^99\+ obesvarade/ })).toBeTruthy();
    expect(screen.getByText('Inte lästa på mer än 7 dygn. Överväg brev eller telefon.')).toBeTruthy();
    expect(leadsTo('Väntar på dig')).toEqual([
      '#/arenden/mina/att-granska',
      '#/arenden/skicka',
      '#/arenden/mina/olasta',
      '#/arenden/mina/obesvarade',
    ]);
    expect(leadsTo('Väntar på enheten')).toEqual(['#/arenden/fordelade/att-granska']);
    expect(await violations()).toEqual([]);
  });

  it('is calm when nothing waits, and still leads to sending', async () => {
    open({});
    expect(await screen.findByText('Inget väntar på dig just nu.')).toBeTruthy();
    expect(screen.queryByRole('heading', { level: 2 })).toBeNull();
    expect(screen.getByRole('link', { name: 'Skicka nytt ärende' }).getAttribute('href')).toBe(
      '#/arenden/skicka',
    );
    expect(await violations()).toEqual([]);
  });

  it('tells of the unit also when nothing waits for oneself', async () => {
    open({ unit: { ...nothing, unread: 1 } });
    expect(await screen.findByText('Inget väntar på dig just nu.')).toBeTruthy();
    expect(leadsTo('Väntar på enheten')).toEqual(['#/arenden/fordelade/olasta']);
  });

  it('follows what happens, and what time alone makes late', async () => {
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval', 'setTimeout', 'clearTimeout'] });
    const core = open({ mine: { ...nothing, toReview: 1 } });
    await act(() => vi.advanceTimersByTimeAsync(10));
    expect(screen.getByRole('link', { name: /^1 att granska/ })).toBeTruthy();
    core.answer({ overview: { mine: { ...nothing, toReview: 2 }, unit: nothing, draft: null } });
    act(() => core.announce('cases'));
    await act(() => vi.advanceTimersByTimeAsync(10));
    expect(screen.getByRole('link', { name: /^2 att granska/ })).toBeTruthy();
    core.answer({ overview: { mine: { ...nothing, toReview: 2, overdue: 2 }, unit: nothing, draft: null } });
    await act(() => vi.advanceTimersByTimeAsync(60_000));
    expect(screen.getByRole('link', { name: /2 skulle redan ha granskats/ })).toBeTruthy();
  });

  it('says why it was refused', async () => {
    const core = open({});
    await screen.findByText('Inget väntar på dig just nu.');
    core.answer({ overview: () => refuse({ code: 'storeClosed' }) });
    act(() => core.announce('drafts'));
    expect(await screen.findByText('Databasen är inte öppen.')).toBeTruthy();
  });
});
