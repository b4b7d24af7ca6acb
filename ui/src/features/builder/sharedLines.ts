import { createContext, useContext, useState } from 'react';
import type { Line } from './outline';

/** Every item of the form, for what asks about the others: only that is drawn again when one of them changes. */
export const LinesContext = createContext<readonly Line[]>([]);

/** The form's items, in their order. */
export function useLines(): readonly Line[] {
  return useContext(LinesContext);
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
