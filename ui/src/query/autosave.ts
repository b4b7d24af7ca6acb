import { useEffect, useSyncExternalStore } from 'react';
import { type CallFailure, Refused } from '../platform';

/** How long, in milliseconds, what was typed may wait before it is on its way to the disk. */
const WAIT = 400;

/** How far the saving has come. `saved` is the core's last answer, also while newer writing is on its way. */
export interface SaveState<R> {
  readonly at: 'untouched' | 'saving' | 'saved' | 'failed';
  readonly saved: R | null;
  /** Why the last attempt failed. What was written is kept, and goes with the next attempt. */
  readonly failure: CallFailure | null;
}

/**
 * Saves what is being written, soon and in order: one save at a time, always the newest, none lost. A failed save is tried
 * again with the next change or by `flush`; after a final failure, such as another window having saved first, nothing more is
 * sent, so that nothing is overwritten.
 */
export class Autosave<T, R> {
  #state: SaveState<R> = { at: 'untouched', saved: null, failure: null };
  #waiting: { readonly value: T } | null = null;
  #running: Promise<void> | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #isOver = false;
  readonly #listeners = new Set<() => void>();
  readonly #save: (value: T) => Promise<R>;
  readonly #isFinal: (failure: CallFailure) => boolean;

  constructor(save: (value: T) => Promise<R>, isFinal: (failure: CallFailure) => boolean = () => false) {
    this.#save = save;
    this.#isFinal = isFinal;
  }

  /** The newest writing, which replaces what still waits. */
  readonly put = (value: T): void => {
    this.#waiting = { value };
    if (this.#isOver) return;
    this.#tell({ ...this.#state, at: 'saving' });
    if (this.#timer === undefined && this.#running === null) {
      this.#timer = setTimeout(() => void this.flush(), WAIT);
    }
  };

  /** Saves at once what waits. Resolves with whether everything put so far is saved. */
  readonly flush = async (): Promise<boolean> => {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    if (this.#running === null && this.#waiting !== null && !this.#isOver) {
      this.#running = this.#drain();
    }
    await this.#running;
    return this.#waiting === null;
  };

  /** Forgets what waits, as when it has been sent or thrown away, and sends nothing more. */
  readonly end = (): void => {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#waiting = null;
    this.#isOver = true;
  };

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  readonly state = (): SaveState<R> => this.#state;

  async #drain(): Promise<void> {
    while (this.#waiting !== null && !this.#isOver) {
      const { value } = this.#waiting;
      this.#waiting = null;
      this.#tell({ ...this.#state, at: 'saving' });
      try {
        const saved = await this.#save(value);
        this.#tell({ at: this.#waiting === null ? 'saved' : 'saving', saved, failure: null });
      } catch (thrown) {
        const failure: CallFailure = thrown instanceof Refused ? thrown.failure : { code: 'noContact' };
        if (!this.#isOver) this.#waiting ??= { value };
        this.#isOver ||= this.#isFinal(failure);
        this.#tell({ ...this.#state, at: 'failed', failure });
        break;
      }
    }
    this.#running = null;
  }

  #tell(state: SaveState<R>): void {
    this.#state = state;
    for (const listener of this.#listeners) listener();
  }
}

/** Follows a saving, and hurries it when a field, the page or the window is left. */
export function useAutosave<T, R>(autosave: Autosave<T, R>): SaveState<R> {
  useEffect(() => {
    const hurry = (): void => void autosave.flush();
    document.addEventListener('focusout', hurry);
    document.addEventListener('visibilitychange', hurry);
    window.addEventListener('pagehide', hurry);
    return () => {
      document.removeEventListener('focusout', hurry);
      document.removeEventListener('visibilitychange', hurry);
      window.removeEventListener('pagehide', hurry);
      hurry();
    };
  }, [autosave]);
  return useSyncExternalStore(autosave.subscribe, autosave.state);
}
