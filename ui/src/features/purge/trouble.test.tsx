import { screen } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { RoomView, UnfinishedView } from '../../bindings';
import { violations } from '../../testing/axe';
import { fakeCore, show } from '../../testing/host';
import { Room } from './Room';
import { Unfinished } from './Unfinished';

beforeEach(() => void fakeCore({}));
afterEach(() => vi.unstubAllGlobals());

const at = Date.UTC(2026, 10, 22, 13, 3);

const room: RoomView = { taken: 100, most: 1000, diskFull: false, refused: null };

async function told(view: Partial<RoomView>): Promise<string[]> {
  show(
    <main>
      <Room room={{ ...room, ...view }} />
    </main>,
  );
  expect(await violations()).toEqual([]);
  return screen.queryAllByText(/\.$/).map((line) => line.textContent);
}

describe('room for attachments', () => {
  it('says nothing while there is enough', async () => {
    expect(await told({})).toEqual([]);
  });

  it('says in time that it is getting scarce', async () => {
    expect(await told({ taken: 900 })).toContain('Utrymmet för bilagor är snart fullt.');
  });

  it.each([{ taken: 1000 }, { refused: { at, full: 'vault' } as const }])(
    'says that it is full: %j',
    async (view) => {
      const lines = await told(view);
      expect(lines).toContain('Utrymmet för bilagor är fullt.');
      expect(lines.some((line) => line.includes('be IT höja gränsen'))).toBe(true);
    },
  );

  it('says what a full disk means and what to do', async () => {
    const lines = await told({ diskFull: true, refused: { at, full: 'disk' } });
    expect(lines).toContain('Disken är full.');
    expect(lines.some((line) => line.startsWith('Gallringen kan stanna'))).toBe(true);
  });

  it('says that a file was not saved, also once there is room again', async () => {
    const lines = await told({ refused: { at, full: 'disk' } });
    expect(lines[0]).toBe('En fil från en invånare sparades inte 22 nov. 2026 14:03, för disken var full.');
  });
});

describe('a copy that was never finished', () => {
  const copies: UnfinishedView[] = [
    { case: 'k-1', made: at, purged: at + 1 },
    { case: 'k-2', made: at - 60_000, purged: at + 1 },
  ];

  it('is told, and leads to the case whose copy it was', async () => {
    show(
      <main>
        <Unfinished copies={copies} canOpenCases />
      </main>,
    );
    expect(screen.getByText('2 kopior blev inte klara, och är förstörda.')).toBeTruthy();
    const link = screen.getByRole('link', { name: 'Öppna ärendet, kopia påbörjad 22 nov. 2026 14:03' });
    expect(link.getAttribute('href')).toBe('#/arenden/k-1');
    expect(await violations()).toEqual([]);
  });

  it('leads an administrator nowhere', () => {
    show(<Unfinished copies={copies} canOpenCases={false} />);
    expect(screen.getByText('Påbörjad 22 nov. 2026 14:03')).toBeTruthy();
    expect(screen.queryByRole('link')).toBeNull();
  });
});
