/**
 * Where a thing lands. A *gap* is counted among the items as they stand: gap 0 is above the first, gap `count` below the last.
 * An *index* is counted among the items as they will stand.
 */

/**
 * The index an item at `from` gets when dropped in `gap`. The gaps around it, and within it when it is a block of several, leave it
 * where it is.
 */
export function indexAfterMove(from: number, gap: number, block = 1): number {
  return gap > from ? Math.max(from, gap - block) : gap;
}

/** The gap in which an item at `from` must be dropped to get `index`. */
export function gapForIndex(from: number, index: number, block = 1): number {
  return index > from ? index + block : index;
}

/** The gap nearest a height: above the first item whose middle lies below it. */
export function gapAt(y: number, items: readonly Pick<DOMRect, 'top' | 'height'>[]): number {
  const below = items.findIndex((item) => y < item.top + item.height / 2);
  return below === -1 ? items.length : below;
}

/** Is a point over the area, or near enough to mean it? */
export function isOver(
  point: { readonly x: number; readonly y: number },
  area: Pick<DOMRect, 'left' | 'right' | 'top' | 'bottom'>,
  near: number,
): boolean {
  return (
    point.x >= area.left - near &&
    point.x <= area.right + near &&
    point.y >= area.top - near &&
    point.y <= area.bottom + near
  );
}

/** The same things with one moved: what `onMove(id, toIndex)` asks for. */
export function moved<T extends { readonly id: string }>(
  items: readonly T[],
  id: string,
  toIndex: number,
): T[] {
  const item = items.find((one) => one.id === id);
  const rest = items.filter((one) => one.id !== id);
  if (!item) return rest;
  return [...rest.slice(0, toIndex), item, ...rest.slice(toIndex)];
}
