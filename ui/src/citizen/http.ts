import type { InboxSession } from '../bindings';
import type { InboxApi, UploadProgress } from './api';
import { type Failure, InboxRefused } from './refusal';

/** The real inbox, at the address that served the page. */
export function httpInbox(): InboxApi {
  let csrf = '';
  let name: string | null = null;

  const remember = (session: InboxSession): InboxSession => {
    csrf = session.csrf;
    name = session.signedIn;
    return session;
  };

  const session = async (): Promise<InboxSession> => remember(await call('GET', '/api/session'));

  /** Sends what changes something. A token that went out of date in another tab is fetched anew, once. */
  const change = async <T>(send: () => Promise<T>): Promise<T> => {
    try {
      return await send();
    } catch (thrown) {
      if (!(thrown instanceof InboxRefused) || thrown.failure.code !== 'forged') throw thrown;
      const before = name;
      const { signedIn } = await session();
      // Somebody else, or nobody, is signed in by now: what stands on the page is not theirs to send.
      if (signedIn === null || signedIn !== before) throw new InboxRefused({ code: 'notSignedIn' });
      return await send();
    }
  };

  const post = <T>(path: string, body: unknown): Promise<T> =>
    change(() =>
      call<T>(
        'POST',
        path,
        { 'Content-Type': 'application/json', 'X-CSRF-Token': csrf },
        JSON.stringify(body),
      ),
    );

  return {
    session,
    async signIn(number) {
      // The session that the page came with may have ended while it stood open.
      await session();
      return remember(await post('/api/sign-in', { number }));
    },
    async signOut() {
      return remember(await post('/api/sign-out', {}));
    },
    letters: () => call('GET', '/api/letters'),
    open: (letter) => post(`${pathOf(letter)}/open`, {}),
    answer: (letter, answers) => post(`${pathOf(letter)}/answer`, { answers }),
    withdraw: (letter, attachment) =>
      change(() =>
        call('DELETE', `${pathOf(letter)}/attachments/${encodeURIComponent(attachment)}`, {
          'X-CSRF-Token': csrf,
        }),
      ),
    attach: (letter, item, file, progress) =>
      change(() =>
        upload(
          `${pathOf(letter)}/attachments?item=${encodeURIComponent(item)}`,
          { 'X-CSRF-Token': csrf, 'X-File-Name': encodeURIComponent(wellFormed(file.name)) },
          file,
          progress,
        ),
      ),
  };
}

/** Half a surrogate pair, which a file system may hold, cannot be encoded. */
function wellFormed(text: string): string {
  return text.replaceAll(/\p{Surrogate}/gu, '\ufffd');
}

function pathOf(letter: string): string {
  return `/api/letters/${encodeURIComponent(letter)}`;
}

type Answered<T> = { ok: T } | { failure: Failure };

function unwrap<T>(answered: Answered<T>): T {
  if ('failure' in answered) throw new InboxRefused(answered.failure);
  return answered.ok;
}

async function call<T>(
  method: string,
  path: string,
  headers: HeadersInit = {},
  body: string | null = null,
): Promise<T> {
  let answered: Answered<T>;
  try {
    const response = await fetch(path, {
      method,
      headers,
      body,
      credentials: 'same-origin',
      cache: 'no-store',
    });
    answered = await response.json();
  } catch {
    throw new InboxRefused({ code: 'noContact' });
  }
  return unwrap(answered);
}

/** `fetch` cannot tell how far an upload has come, so this is an `XMLHttpRequest`. */
function upload<T>(
  path: string,
  headers: Readonly<Record<string, string>>,
  file: File,
  { onPercent, signal }: UploadProgress,
): Promise<T> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    const stop = (): void => request.abort();
    const refuse = (failure: Failure) => (): void => reject(new InboxRefused(failure));
    request.open('POST', path);
    for (const [name, value] of Object.entries(headers)) request.setRequestHeader(name, value);
    request.responseType = 'json';
    request.upload.addEventListener('progress', (event) => {
      if (event.lengthComputable) onPercent(Math.floor((100 * event.loaded) / event.total));
    });
    request.addEventListener('load', () => {
      const answered: Answered<T> | null = request.response;
      if (answered === null) return refuse({ code: 'noContact' })();
      try {
        resolve(unwrap(answered));
      } catch (thrown) {
        reject(thrown);
      }
    });
    request.addEventListener('error', refuse({ code: 'noContact' }));
    request.addEventListener('abort', refuse({ code: 'interrupted' }));
    request.addEventListener('loadend', () => signal.removeEventListener('abort', stop));
    if (signal.aborted) return refuse({ code: 'interrupted' })();
    signal.addEventListener('abort', stop);
    request.send(file);
  });
}
