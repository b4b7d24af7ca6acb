/** How a page is shown: which, how it fits, how much larger or smaller than that, and how it is turned. */
export interface View {
  /** From 1. */
  readonly page: number;
  readonly fit: 'width' | 'page';
  /** Place among the steps of {@link sizeOf}; 0 is as it fits. */
  readonly step: number;
  /** Quarter turns clockwise, 0 to 3. */
  readonly turns: number;
  readonly isTextShown: boolean;
}

export const firstView: View = { page: 1, fit: 'page', step: 0, turns: 0, isTextShown: false };

/** What a key, a button or a choice asks for. */
export type Edit =
  | {
      readonly edit:
        | 'previous'
        | 'next'
        | 'first'
        | 'last'
        | 'larger'
        | 'smaller'
        | 'reset'
        | 'turn'
        | 'text';
    }
  | { readonly edit: 'go'; readonly page: number }
  | { readonly edit: 'fit'; readonly fit: View['fit'] };

const LARGEST = 6;
const SMALLEST = -2;

/** How large a step is, 1 being as it fits: half at the smallest, four times at the largest. */
export function sizeOf(step: number): number {
  const sizes = [0.5, 0.75, 1, 1.25, 1.5, 2, 2.5, 3, 4];
  return sizes[step - SMALLEST] ?? 1;
}

/** The view after an edit. Turning a page lasts for that page; the size is kept from page to page. */
export function edited(view: View, change: Edit, pages: number): View {
  switch (change.edit) {
    case 'previous':
      return at(view, view.page - 1, pages);
    case 'next':
      return at(view, view.page + 1, pages);
    case 'first':
      return at(view, 1, pages);
    case 'last':
      return at(view, pages, pages);
    case 'go':
      return at(view, change.page, pages);
    case 'larger':
      return { ...view, step: Math.min(view.step + 1, LARGEST) };
    case 'smaller':
      return { ...view, step: Math.max(view.step - 1, SMALLEST) };
    case 'reset':
      return { ...view, step: 0 };
    case 'fit':
      return { ...view, fit: change.fit, step: 0 };
    case 'turn':
      return { ...view, turns: (view.turns + 1) % 4 };
    case 'text':
      return { ...view, isTextShown: !view.isTextShown };
  }
}

function at(view: View, page: number, pages: number): View {
  const within = Math.min(Math.max(page, 1), Math.max(pages, 1));
  return within === view.page ? view : { ...view, page: within, turns: 0 };
}

/** The edit that a key asks for. With Ctrl, Alt or Meta it is somebody else's. */
export function editOfKey(key: string): Edit | null {
  switch (key) {
    case 'PageUp':
      return { edit: 'previous' };
    case 'PageDown':
      return { edit: 'next' };
    case 'Home':
      return { edit: 'first' };
    case 'End':
      return { edit: 'last' };
    case '+':
      return { edit: 'larger' };
    case '-':
      return { edit: 'smaller' };
    case '0':
      return { edit: 'reset' };
    case 'r':
    case 'R':
      return { edit: 'turn' };
    case 't':
    case 'T':
      return { edit: 'text' };
    default:
      return null;
  }
}
