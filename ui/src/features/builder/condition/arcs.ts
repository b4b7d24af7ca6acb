import type { Line } from '../outline';
import { dependentsIn } from './rules';

/** From a question to one that its answer shows, by their places among the lines that are drawn. */
export interface Arc {
  readonly from: number;
  readonly to: number;
  /** How far out it swings, from 1: arcs that overlap have tracks of their own. */
  readonly track: number;
}

/** The arcs between these lines, the short ones innermost. */
export function arcsBetween(lines: readonly Line[], all: readonly Line[]): Arc[] {
  const places = new Map(lines.map((line, at) => [line.id, at]));
  const ends = lines.flatMap((line, from) =>
    dependentsIn(all, line).flatMap(({ id }) => {
      const to = places.get(id);
      return to === undefined ? [] : [{ from, to }];
    }),
  );
  const placed: Arc[] = [];
  for (const end of ends.sort((a, b) => reach(a) - reach(b))) {
    const taken = new Set(placed.filter((one) => overlap(one, end)).map(({ track }) => track));
    let track = 1;
    while (taken.has(track)) track += 1;
    placed.push({ ...end, track });
  }
  return placed;
}

type Ends = Pick<Arc, 'from' | 'to'>;

function reach({ from, to }: Ends): number {
  return Math.abs(to - from);
}

/** Whether they would lie over each other; from the same question they may set out together. */
function overlap(one: Ends, other: Ends): boolean {
  const [top, bottom] = [Math.max(low(one), low(other)), Math.min(high(one), high(other))];
  return top < bottom;
}

function low({ from, to }: Ends): number {
  return Math.min(from, to);
}

function high({ from, to }: Ends): number {
  return Math.max(from, to);
}
