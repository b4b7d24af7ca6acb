import type { ItemId } from '../../../bindings';
import { type Line, topmost } from '../outline';
import { elsewhere } from '../useShortcuts';
import type { Selection } from './selection';

/** Where in the form one is. */
export type Spot =
  | { readonly at: 'item' | 'end'; readonly id: string }
  /** In the bar, among the kinds, or nowhere on the page. */
  | { readonly at: 'form' };

/** What is typed into, which has a clipboard and keys of its own. */
const typing = 'textarea, select, [contenteditable], input:not([type="checkbox"], [type="radio"])';

/** Where this element is, when what is done there is meant for the form's items; `null` when it is not. */
export function spotOf(area: Element | null, element: Element | null): Spot | null {
  if (!area || !element) return null;
  if (element === document.body) return { at: 'form' };
  if (!area.contains(element) || element.matches(typing) || element.closest(elsewhere)) return null;
  const item = element.closest('[data-thing]')?.getAttribute('data-thing');
  if (item) return { at: 'item', id: item };
  const end = element.closest('[data-end]')?.getAttribute('data-end');
  return end ? { at: 'end', id: end } : { at: 'form' };
}

/** The index for what is put there: after an item, last in a section; else after all that is selected, or last. */
export function indexAt(lines: readonly Line[], spot: Spot, selection: Selection): number {
  const after = (line: Line): number => lines.indexOf(line) + line.block;
  if (spot.at === 'form') {
    const last = topmost(lines, selection.selected().ids).at(-1);
    return last ? after(last) : lines.length;
  }
  const line = lines.find(({ id }) => id === spot.id);
  if (!line) return lines.length;
  return spot.at === 'end' ? lines.indexOf(line) : after(line);
}

/** What is meant there: all that is selected, or else the item itself. */
export function chosenAt(lines: readonly Line[], spot: Spot, selection: Selection): readonly Line[] {
  const { ids } = selection.selected();
  return topmost(lines, ids.size > 0 ? ids : new Set<ItemId>(spot.at === 'item' ? [spot.id] : []));
}
