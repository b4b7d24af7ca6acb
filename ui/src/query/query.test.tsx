import { QueryClient } from '@tanstack/react-query';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { textOf } from '../i18n/failures';
import { Refused } from '../platform';
import { refusal } from '../platform/host';
import { httpHost } from '../platform/http';
import { refresh } from './topics';

afterEach(() => vi.unstubAllGlobals());

function answerWith(body: unknown): ReturnType<typeof vi.fn> {
  const fetch = vi.fn(async () => new Response(JSON.stringify(body)));
  vi.stubGlobal('fetch', fetch);
  return fetch;
}

describe('the development host', () => {
  it('asks by name and gives the answer', async () => {
    const fetch = answerWith({ ok: [1, 2] });
    await expect(httpHost.call('list_templates', { archived: false })).resolves.toEqual([1, 2]);
    expect(fetch).toHaveBeenCalledWith(
      '/api/call/list_templates',
      expect.objectContaining({ method: 'POST', body: '{"archived":false}' }),
    );
  });

  it('refuses with the failure of the core', async () => {
    answerWith({ failure: { code: 'notAllowed' } });
    await expect(httpHost.call('publish', {})).rejects.toMatchObject({ failure: { code: 'notAllowed' } });
  });

  it('says that there is no contact when nothing answers', async () => {
    vi.stubGlobal('fetch', async () => {
      throw new TypeError('refused');
    });
    await expect(httpHost.call('publish', {})).rejects.toMatchObject({ failure: { code: 'noContact' } });
  });

  it('keeps a ticket within its place in the address', () => {
    expect(httpHost.pageUrl('a/../b', 3, 1600)).toBe('/api/page/a%2F..%2Fb/3?edge=1600');
  });
});

describe('a refusal', () => {
  it('keeps the code of a failure, and takes everything else for lost contact', () => {
    expect(refusal({ code: 'notSignedIn' }).failure).toEqual({ code: 'notSignedIn' });
    expect(refusal('command call not found').failure).toEqual({ code: 'noContact' });
    const same = new Refused({ code: 'notAllowed' });
    expect(refusal(same)).toBe(same);
  });

  it('carries nothing but the code into a log', () => {
    expect(String(new Refused({ code: 'unexpected', reference: 'r-17' }))).toBe('Refused: unexpected');
  });

  it('tells what to do, and the reference of what was unexpected', () => {
    expect(textOf({ code: 'unexpected', reference: 'r-17' }).todo).toContain('Referens: r-17.');
    expect(textOf({ code: 'notAllowed' }).todo).toBe(
      'Be en lokal administratör på enheten om rätt behörighet.',
    );
  });
});

describe('a change of topics', () => {
  const topics = { list_cases: ['cases'], list_templates: ['templates'] } as const;
  const staleAfter = (change: Parameters<typeof refresh>[1]): unknown[] => {
    const client = new QueryClient();
    for (const name of ['list_cases', 'list_templates', 'session']) client.setQueryData([name, {}], 1);
    refresh(client, change, topics);
    return client
      .getQueryCache()
      .getAll()
      .filter((query) => query.state.isInvalidated)
      .map((query) => query.queryKey[0]);
  };

  it('makes stale what depends on it and nothing else', () => {
    expect(staleAfter(['cases'])).toEqual(['list_cases']);
    expect(staleAfter([])).toEqual([]);
  });

  it('makes everything stale when contact was lost', () => {
    expect(staleAfter('anything')).toEqual(['list_cases', 'list_templates', 'session']);
  });
});
