import { afterEach, expect, it, vi } from 'vitest';
import { httpInbox } from './http';

afterEach(() => vi.unstubAllGlobals());

type Asked = { method: string; path: string; token: string | null };

/** Answers in turn, and remembers what was asked. */
function network(...answers: readonly unknown[]): Asked[] {
  const asked: Asked[] = [];
  const left = [...answers];
  vi.stubGlobal('fetch', (path: string, { method, headers }: { method: string; headers: HeadersInit }) => {
    asked.push({ method, path, token: new Headers(headers).get('X-CSRF-Token') });
    const answer = left.shift();
    return answer === undefined
      ? Promise.reject(new TypeError('network'))
      : Promise.resolve({ json: () => Promise.resolve(answer) });
  });
  return asked;
}

const session = (csrf: string, signedIn: string | null) => ({
  ok: { csrf, signedIn, brand: {}, testSignIns: [] },
});
const forged = { failure: { code: 'forged' } };

it('sends the session’s token with what changes something', async () => {
  const asked = network(session('t1', 'Ada'), { ok: {} });
  const inbox = httpInbox();
  await inbox.session();
  await inbox.open('a/b');
  expect(asked).toEqual([
    { method: 'GET', path: '/api/session', token: null },
    { method: 'POST', path: '/api/letters/a%2Fb/open', token: 't1' },
  ]);
});

it('fetches a token that went out of date in another tab, once', async () => {
  const asked = network(session('t1', 'Ada'), forged, session('t2', 'Ada'), { ok: {} });
  const inbox = httpInbox();
  await inbox.session();
  await inbox.open('x');
  expect(asked.map((one) => one.token)).toEqual([null, 't1', null, 't2']);
});

it('sends nothing of one citizen’s in the name of another who signed in in another tab', async () => {
  const asked = network(session('t1', 'Ada'), forged, session('t2', 'Bodil'));
  const inbox = httpInbox();
  await inbox.session();
  await expect(inbox.answer('x', {})).rejects.toMatchObject({ failure: { code: 'notSignedIn' } });
  expect(asked).toHaveLength(3);
});

it('says that nothing answered', async () => {
  network();
  await expect(httpInbox().letters()).rejects.toMatchObject({ failure: { code: 'noContact' } });
});
