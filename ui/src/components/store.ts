/**
 * Something that is shown in many places, of which each is drawn again only when what it asks of it has changed
 * (`useSyncExternalStore`).
 */
export class Store<T> {
  #now: T;
  readonly #listeners = new Set<() => void>();

  constructor(first: T) {
    this.#now = first;
  }

  readonly now = (): T => this.#now;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  put(now: T): void {
    if (now === this.#now) return;
    this.#now = now;
    for (const listener of this.#listeners) listener();
  }
}
