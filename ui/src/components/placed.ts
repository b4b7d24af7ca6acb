/** Things with their places in the list, for such as have no other name to be known by. */
export function placed<T>(things: readonly T[]): (readonly [number, T])[] {
  return things.map((thing, place) => [place, thing]);
}
