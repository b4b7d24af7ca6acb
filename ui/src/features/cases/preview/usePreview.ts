import { useEffect, useRef, useState } from 'react';
import type { AttachmentId, Preview } from '../../../bindings';
import { type CallFailure, call, Refused } from '../../../platform';

/** An attachment on its way to the screen. */
export type Opening =
  | { readonly at: 'opening' }
  | { readonly at: 'open'; readonly preview: Preview }
  | { readonly at: 'refused'; readonly failure: CallFailure };

export interface Previewing {
  readonly opening: Opening;
  /** Opens it anew, with the file's password if it is locked. */
  readonly again: (password?: string) => void;
}

/**
 * Holds a preview open for as long as it is on screen. It is no answer to keep but a process that draws: it is ended as soon as
 * nobody looks, also when it was still on its way. A password is used for one opening and then forgotten.
 */
export function usePreview(attachment: AttachmentId): Previewing {
  const [attempt, setAttempt] = useState({ attachment, nth: 0 });
  const [opening, setOpening] = useState<Opening>({ at: 'opening' });
  const password = useRef<string | null>(null);
  useEffect(() => {
    let isWanted = true;
    setOpening({ at: 'opening' });
    const opened = call('open_preview', { attachment: attempt.attachment, password: password.current });
    password.current = null;
    opened.then(
      (preview) => isWanted && setOpening({ at: 'open', preview }),
      (thrown: unknown) =>
        isWanted &&
        setOpening({
          at: 'refused',
          failure: thrown instanceof Refused ? thrown.failure : { code: 'noContact' },
        }),
    );
    return () => {
      isWanted = false;
      opened
        .then(({ ticket }) => call('close_preview', { ticket }))
        .catch(() => {
          // Never opened, or the core is gone and has taken it along: nothing is open either way.
        });
    };
  }, [attempt]);
  return {
    opening,
    again: (given) => {
      password.current = given ?? null;
      setAttempt(({ nth }) => ({ attachment, nth: nth + 1 }));
    },
  };
}
