import { createContext, useContext } from 'react';

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

/** What list, items, handles and palette share. */
export interface ReorderContextValue {
  readonly items: readonly Placed[];
  /** Where each stands in it. */
  readonly places: ReadonlyMap<string, number>;
  readonly lifted: Lifted | null;
  /** Where it would land now; `null` outside the list. */
  readonly gap: number | null;
  readonly instructionsId: string;
  readonly paletteInstructionsId: string;
  /** A place in the list, by pointer, keyboard or button: one way in for all three. */
  readonly move: (id: string, toIndex: number) => void;
  readonly insert: (kind: string, name: string, toIndex: number) => void;
  readonly lift: (id: string) => void;
  readonly carry: (toIndex: number) => void;
  readonly drop: () => void;
  readonly cancel: () => void;
  /** True just after a drag, when the click that ends it must not count as a press. */
  readonly hasJustDragged: () => boolean;
  readonly listElement: (element: HTMLElement | null) => void;
  readonly itemElement: (id: string, element: HTMLElement | null) => void;
}

export const ReorderContext = createContext<ReorderContextValue | null>(null);

export function useReorder(): ReorderContextValue {
  const value = useContext(ReorderContext);
  if (!value) throw new Error('SortableList, SortableItem and PaletteItem stand inside Reorder');
  return value;
}
