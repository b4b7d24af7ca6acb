import { screen, within } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { ReceiptView } from '../../bindings';
import { violations } from '../../testing/axe';
import { fakeCore, show } from '../../testing/host';
import { PurgePage } from '.';

afterEach(() => vi.unstubAllGlobals());

const HOUR = 3_600_000;

const receipt: ReceiptView = {
  seq: 7,
  item: 'a-1',
  kind: 'copy',
  deadline: Date.UTC(2026, 10, 22, 8, 0),
  purgedAt: Date.UTC(2026, 10, 22, 8, 1),
  trigger: 'timer',
  outcome: 'not_found_at_recorded_place',
};

describe('the purge', () => {
  it('shows what is kept until when, and leads handlers to the case', async () => {
    const now = Date.now();
    fakeCore({
      purge_overview: {
        kept: [
          { copy: true, case: 'k-1', expires: now + 2.5 * HOUR, size: null },
          { copy: false, case: 'k-1', expires: now + 72 * HOUR, size: 2_400_000 },
        ],
        receipts: [receipt],
      },
    });
    show(
      <main>
        <PurgePage canOpenCases />
      </main>,
    );
    expect(await screen.findByText('om 2 tim')).toBeTruthy();
    expect(screen.getByText('2,4 MB')).toBeTruthy();
    const [link] = screen.getAllByRole('link', { name: 'Öppna ärendet' });
    expect(link?.getAttribute('href')).toBe('#/arenden/k-1');
    expect(await violations()).toEqual([]);
  });

  it('leads an administrator to no case', async () => {
    fakeCore({
      purge_overview: { kept: [{ copy: true, case: 'k-1', expires: 1, size: null }], receipts: [] },
    });
    show(<PurgePage canOpenCases={false} />);
    expect(await screen.findByText('nu')).toBeTruthy();
    expect(screen.queryByRole('link', { name: 'Öppna ärendet' })).toBeNull();
  });

  it('tells in words why something was purged and what was found', async () => {
    fakeCore({
      purge_overview: {
        kept: [],
        receipts: [
          receipt,
          { ...receipt, seq: 6, kind: 'sealed', trigger: 'person', outcome: 'removed' },
          { ...receipt, seq: 5, trigger: 'framtida', outcome: 'okänt' },
        ],
      },
    });
    show(<PurgePage canOpenCases />);
    const row = (await screen.findByRole('rowheader', { name: '7' })).closest('tr') ?? document.body;
    expect(within(row).getByText('Tiden var ute')).toBeTruthy();
    expect(within(row).getByText('Fanns inte på sin plats')).toBeTruthy();
    expect(screen.getByText('Gallrad för hand')).toBeTruthy();
    expect(screen.getByText('Förstörd')).toBeTruthy();
    expect(screen.getByText('framtida')).toBeTruthy();
  });

  it('says so when nothing waits and nothing is gone', async () => {
    fakeCore({ purge_overview: { kept: [], receipts: [] } });
    show(
      <main>
        <PurgePage canOpenCases />
      </main>,
    );
    expect(await screen.findByText('Inget väntar på gallring')).toBeTruthy();
    expect(screen.getByText('Inga kvitton än')).toBeTruthy();
    expect(await violations()).toEqual([]);
  });
});
