import { createContext, useContext, useState, useSyncExternalStore } from 'react';
import type { Edit, ItemId } from '../../bindings';
import type { Store } from '../../components/store';
import type { Line } from './outline';
import type { Copied } from './selection/clipboard';
import type { Selection } from './selection/selection';

/** What every line of the form works with. It stays the same from one drawing to the next; acts take the form as it is then. */
export interface FormTools {
  /** Every item of the form, in their order, for what asks about the others. */
  readonly lines: Store<readonly Line[]>;
  readonly selection: Selection;
  readonly edit: (edit: Edit) => void;
  /** Says that something was taken away, and offers it back. */
  readonly offerBack: (text: string, back: Edit) => void;
  readonly focusAfter: (field: string) => void;
  readonly duplicate: (id: ItemId) => void;
  readonly remove: (id: ItemId) => void;
  readonly moveTo: (id: ItemId) => void;
  /** Keeps it in the bank. */
  readonly keep: (id: ItemId) => void;
  /** Puts something before the line where a section ends. */
  readonly addBefore: (kind: string, end: string) => void;
  readonly pasteBefore: (copied: Copied, end: string) => void;
  /** Fetches something from the bank into the section. */
  readonly fetchInto: (section: ItemId) => void;
}

export const FormToolsContext = createContext<FormTools | null>(null);

export function useFormTools(): FormTools {
  const tools = useContext(FormToolsContext);
  if (!tools) throw new Error('a part of the form stands inside FormEditor');
  return tools;
}

/** Something of the form's items, in their order. What is asked for must be the same as long as it says the same. */
export function useLines<T>(of: (lines: readonly Line[]) => T): T {
  const { lines } = useFormTools();
  return useSyncExternalStore(lines.subscribe, () => of(lines.now()));
}

/** The lines as far as a place and a name are concerned: the same list until one of those is another. */
export function usePlaced(lines: readonly Line[]): readonly Line[] {
  const [placed, setPlaced] = useState(lines);
  if (placed === lines || isPlacedAlike(placed, lines)) return placed;
  setPlaced(lines);
  return lines;
}

function isPlacedAlike(one: readonly Line[], other: readonly Line[]): boolean {
  return (
    one.length === other.length &&
    one.every(({ id, name, block }, at) => {
      const its = other[at];
      return its !== undefined && its.id === id && its.name === name && its.block === block;
    })
  );
}
