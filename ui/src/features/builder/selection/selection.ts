import { useSyncExternalStore } from 'react';
import type { ItemId } from '../../../bindings';
import { t } from '../../../i18n/sv';
import { type Line, sectionsAround } from '../outline';

/** What the bar shows. */
export interface Selected {
  readonly ids: ReadonlySet<ItemId>;
  /** What was last said aloud of it. */
  readonly said: string;
}

const nothing: ReadonlySet<ItemId> = new Set();

/**
 * Which items of a form are selected. A section is selected with all that it holds. A store of its own, so that a card is drawn again
 * only when it itself is selected or let go: a form can have hundreds.
 */
export class Selection {
  #selected: Selected = { ids: nothing, said: '' };
  #lines: readonly Line[] = [];
  /** Where Shift goes on from. */
  #anchor: ItemId | null = null;
  readonly #listeners = new Set<() => void>();

  readonly selected = (): Selected => this.#selected;
  readonly has = (id: ItemId): boolean => this.#selected.ids.has(id);

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** The item that was pointed out last, to come back to. */
  get anchor(): ItemId | null {
    return this.#anchor;
  }

  /** The form is this now: what is gone is let go, and what came into a section that is selected is selected. */
  settle(lines: readonly Line[]): void {
    this.#lines = lines;
    const { ids } = this.#selected;
    if (ids.size > 0)
      this.#put(new Set(lines.flatMap((line, at) => (ids.has(line.id) ? this.#within(at) : []))));
  }

  toggle(id: ItemId): void {
    const at = this.#placeOf(id);
    const line = this.#lines[at];
    if (!line) return;
    const ids = new Set(this.#selected.ids);
    const isOn = !ids.has(id);
    for (const one of this.#within(at)) {
      if (isOn) ids.add(one);
      else ids.delete(one);
    }
    // A section that no longer goes whole is not selected.
    if (!isOn) for (const section of sectionsAround(this.#lines, line)) ids.delete(section);
    this.#anchor = id;
    this.#put(ids);
  }

  /** All from the one that was pointed out last to this one. Of a section that is only begun in between, only what is in between. */
  extendTo(id: ItemId): void {
    const here = this.#placeOf(id);
    const anchor = this.#anchor === null ? -1 : this.#placeOf(this.#anchor);
    if (here === -1) return;
    const [from, to] = anchor === -1 ? [here, here] : [Math.min(anchor, here), Math.max(anchor, here)];
    const ids = new Set(this.#selected.ids);
    this.#lines.slice(from, to + 1).forEach((line, after) => {
      const at = from + after;
      if (line.isEnd || (at !== here && at !== anchor && at + line.block - 1 > to)) return;
      for (const one of this.#within(at)) ids.add(one);
    });
    this.#anchor = id;
    this.#put(ids);
  }

  all(): void {
    this.only(this.#lines.filter(({ isEnd }) => !isEnd).map(({ id }) => id));
  }

  /** These, which may be in the form only when it is next settled. */
  only(ids: Iterable<ItemId>): void {
    this.#put(new Set(ids));
  }

  clear(): void {
    this.#put(nothing);
  }

  /** Says something of what was done with it. */
  say(said: string): void {
    this.#show({ ...this.#selected, said });
  }

  #placeOf(id: ItemId): number {
    return this.#lines.findIndex((line) => line.id === id);
  }

  /** The item on this line and all that it holds. */
  #within(at: number): readonly ItemId[] {
    const block = this.#lines[at]?.block ?? 0;
    return this.#lines.slice(at, at + block).flatMap(({ id, isEnd }) => (isEnd ? [] : id));
  }

  #put(ids: ReadonlySet<ItemId>): void {
    const before = this.#selected.ids;
    if (ids.size === before.size && [...ids].every((id) => before.has(id))) return;
    this.#show({ ids, said: t.selection.count(ids.size) });
  }

  #show(selected: Selected): void {
    this.#selected = selected;
    for (const listener of this.#listeners) listener();
  }
}

/** Whether this item is selected; draws again only when that changes. */
export function useIsSelected(selection: Selection, id: ItemId): boolean {
  return useSyncExternalStore(selection.subscribe, () => selection.has(id));
}

/** All that is selected, and what is said of it. */
export function useSelected(selection: Selection): Selected {
  return useSyncExternalStore(selection.subscribe, selection.selected);
}
