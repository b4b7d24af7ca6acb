import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Refused } from '../platform';
import { Autosave } from './autosave';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

describe('what is being written', () => {
  it('is saved 400 ms after the first change, as it stands then', async () => {
    const save = vi.fn(async (text: string) => text.length);
    const autosave = new Autosave(save);
    autosave.put('a');
    await vi.advanceTimersByTimeAsync(300);
    autosave.put('ab');
    expect(autosave.state().at).toBe('saving');
    await vi.advanceTimersByTimeAsync(100);
    expect(save.mock.calls).toEqual([['ab']]);
    expect(autosave.state()).toEqual({ at: 'saved', saved: 2, failure: null });
  });

  it('is saved one save at a time, and the newest last', async () => {
    const finish: (() => void)[] = [];
    const save = vi.fn((text: string) => new Promise<string>((resolve) => finish.push(() => resolve(text))));
    const autosave = new Autosave(save);
    autosave.put('a');
    const flushed = autosave.flush();
    autosave.put('ab');
    autosave.put('abc');
    await vi.advanceTimersByTimeAsync(1000);
    expect(save.mock.calls).toEqual([['a']]);
    finish[0]?.();
    await vi.advanceTimersByTimeAsync(0);
    expect(save.mock.calls).toEqual([['a'], ['abc']]);
    expect(autosave.state().at).toBe('saving');
    finish[1]?.();
    expect(await flushed).toBe(true);
    expect(autosave.state().at).toBe('saved');
  });

  it('is kept when saving fails, and goes with the next attempt', async () => {
    const save = vi
      .fn<(text: string) => Promise<number>>()
      .mockRejectedValueOnce(new Refused({ code: 'diskFull' }));
    save.mockResolvedValue(1);
    const autosave = new Autosave(save);
    autosave.put('a');
    expect(await autosave.flush()).toBe(false);
    expect(autosave.state()).toMatchObject({ at: 'failed', failure: { code: 'diskFull' } });
    expect(await autosave.flush()).toBe(true);
    expect(save.mock.calls).toEqual([['a'], ['a']]);
    expect(autosave.state()).toEqual({ at: 'saved', saved: 1, failure: null });
  });

  it('overwrites nothing after a final failure', async () => {
    const save = vi
      .fn<(text: string) => Promise<number>>()
      .mockRejectedValue(new Refused({ code: 'templateChangedElsewhere' }));
    const autosave = new Autosave(save, (failure) => failure.code === 'templateChangedElsewhere');
    autosave.put('a');
    await autosave.flush();
    autosave.put('ab');
    await vi.advanceTimersByTimeAsync(1000);
    expect(await autosave.flush()).toBe(false);
    expect(save).toHaveBeenCalledTimes(1);
    expect(autosave.state().at).toBe('failed');
  });

  it('is not saved once it has been sent', async () => {
    const save = vi.fn(async () => 1);
    const autosave = new Autosave(save);
    autosave.put('a');
    autosave.end();
    await vi.advanceTimersByTimeAsync(1000);
    expect(save).not.toHaveBeenCalled();
  });
});
