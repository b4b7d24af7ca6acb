import { createContext, useContext, useSyncExternalStore } from 'react';
import type { Store } from '../components/store';

/** A thing in the list: its id, and its name as it is said ("Fråga 2"). */
export interface Placed {
  readonly id: string;
  readonly name: string;
  /** How many lines of the list it takes, when it is followed by what it holds; one when not said. */
  readonly block?: number;
}

/** What is in the air, and by what means. */
export type Lifted =
  | { readonly from: 'list'; readonly id: string; readonly name: string; readonly by: 'pointer' | 'keyboard' }
  | { readonly from: 'palette'; readonly kind: string; readonly name: string; readonly by: 'pointer' };

/** Reads back from dnd-kit, which keeps data without a type, what an item or a palette gave it. */
export function liftedBy(data: unknown): Lifted | undefined {
  return data instanceof Carried ? data.lifted : undefined;
}

/** What an item or a palette gives dnd-kit to carry. */
export class Carried {
  [key: string]: unknown;
  constructor(readonly lifted: Lifted) {}
}

/** What is in the air, and where it would land now. */
export interface Aloft {
  readonly lifted: Lifted | null;
  /** The gap, counted as in `place`; `null` outside the list. */
  readonly gap: number | null;
  /** The thing below the gap; `null` outside the list, and below the last. */
  readonly below: string | null;
}

/** What is in the air while nothing is. */
export const nothing: Aloft = { lifted: null, gap: null, below: null };

/** What list, items, handles and palette share. It stays the same from one drawing to the next. */
export interface Reordering {
  readonly air: Store<Aloft>;
  /** The list as it stands. */
  readonly items: () => readonly Placed[];
  readonly instructionsId: string;
  readonly paletteInstructionsId: string;
  /** One place up or down, as far as there is one: by button or by key. */
  readonly step: (id: string, by: -1 | 1) => void;
  /** At a place, or last. */
  readonly insert: (kind: string, name: string, toIndex: number | undefined) => void;
  readonly lift: (id: string) => void;
  readonly carry: (toIndex: number) => void;
  readonly drop: () => void;
  readonly cancel: () => void;
  /** True just after a drag, when the click that ends it must not count as a press. */
  readonly hasJustDragged: () => boolean;
  readonly listElement: (element: HTMLElement | null) => void;
  readonly itemElement: (id: string, element: HTMLElement | null) => void;
}

export const ReorderContext = createContext<Reordering | null>(null);

export function useReorder(): Reordering {
  const value = useContext(ReorderContext);
  if (!value) throw new Error('SortableList, SortableItem and PaletteItem stand inside Reorder');
  return value;
}

/** Something of what is in the air, by which what asks is drawn again only when that has changed. */
export function useAloft<T extends string | number | boolean | null>(of: (now: Aloft) => T): T {
  const { air } = useReorder();
  return useSyncExternalStore(air.subscribe, () => of(air.now()));
}
