import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import type { StageView } from '../bindings';
import { clearToasts } from '../components/Toast';
import { call, Refused } from '../platform';
import { go } from '../route/hash';

const stageCommand = 'start_state';

/** Refusals that mean that the stage is another than the one on screen. */
const otherStage: readonly string[] = ['notSignedIn', 'sessionLocked', 'storeClosed'];

/** Asks for the stage again when the core refuses something because of it, whatever was asked. */
export function useSessionWatch(): void {
  const client = useQueryClient();
  useEffect(() => {
    const check = (error: unknown): void => {
      if (error instanceof Refused && otherStage.includes(error.failure.code)) {
        void client.invalidateQueries({ queryKey: [stageCommand] });
      }
    };
    const ears = [
      client.getQueryCache().subscribe((event) => {
        if (event.type === 'updated' && event.action.type === 'error') check(event.action.error);
      }),
      client.getMutationCache().subscribe((event) => {
        if (event.type === 'updated' && event.action.type === 'error') check(event.action.error);
      }),
    ];
    return () => {
      for (const stop of ears) stop();
    };
  }, [client]);
}

/**
 * Forgets everything that was read once the session is locked or over, so that nothing about anyone stays behind the lock or
 * meets the next person. Signing out also leaves the page; unlocking comes back to it.
 */
export function useForgetting(at: StageView['at'] | undefined): void {
  const client = useQueryClient();
  const before = useRef(at);
  useEffect(() => {
    const wasInside = before.current === 'signedIn' || before.current === 'locked';
    before.current = at;
    if (at === undefined || at === 'signedIn') return;
    client.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== stageCommand });
    client.getMutationCache().clear();
    clearToasts();
    if (wasInside && at === 'signIn') go('/');
  }, [at, client]);
}

/** Milliseconds between two notes at least. The core locks after minutes. */
const NOTE_EVERY = 30_000;

/** Tells the core that somebody is at work, at most every half minute, and only when a key, a pointer or a wheel was used. */
export function useActivityNotes(): void {
  const client = useQueryClient();
  useEffect(() => {
    let noted = Number.NEGATIVE_INFINITY;
    const note = (event: Event): void => {
      // A page that moves under a still pointer is nobody's work.
      if (
        event instanceof MouseEvent &&
        event.type === 'pointermove' &&
        !event.movementX &&
        !event.movementY
      ) {
        return;
      }
      if (event.timeStamp - noted < NOTE_EVERY) return;
      noted = event.timeStamp;
      call('note_activity', null).catch(() => client.invalidateQueries({ queryKey: [stageCommand] }));
    };
    const kinds = ['keydown', 'pointerdown', 'pointermove', 'wheel'] as const;
    for (const kind of kinds) window.addEventListener(kind, note, { capture: true, passive: true });
    return () => {
      for (const kind of kinds) window.removeEventListener(kind, note, { capture: true });
    };
  }, [client]);
}
