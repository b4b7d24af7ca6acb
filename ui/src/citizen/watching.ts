import type { InboxApi } from './api';
import { failureOf } from './refusal';

/** The same inbox, telling when it finds that the session has ended. */
export function watching(api: InboxApi, onEnded: () => void): InboxApi {
  const watch =
    <A extends unknown[], T>(ask: (...args: A) => Promise<T>) =>
    async (...args: A): Promise<T> => {
      try {
        return await ask(...args);
      } catch (thrown) {
        if (failureOf(thrown).code === 'notSignedIn') onEnded();
        throw thrown;
      }
    };
  return {
    session: api.session,
    signIn: api.signIn,
    signOut: api.signOut,
    letters: watch(api.letters),
    open: watch(api.open),
    attach: watch(api.attach),
    withdraw: watch(api.withdraw),
    answer: watch(api.answer),
  };
}
