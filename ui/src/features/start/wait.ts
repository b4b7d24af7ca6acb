import { useNow } from '../../components/useNow';
import type { Refused } from '../../platform';

/** Something that was tried: why it was refused, and when it was sent, in milliseconds. */
export interface Tried {
  readonly error: Refused | null;
  readonly submittedAt: number;
}

/** Whole seconds left to wait after too many wrong passwords; 0 when one may try. */
export function useWait({ error, submittedAt }: Tried): number {
  const seconds = error?.failure.code === 'tooManyAttempts' ? error.failure.seconds : 0;
  const now = useNow(seconds > 0 ? 250 : 60_000);
  const left = Math.ceil((submittedAt + seconds * 1000 - now) / 1000);
  // The clock on screen may lag until its first tick, and be put back.
  return Math.min(seconds, Math.max(0, left));
}
