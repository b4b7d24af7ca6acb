import { type RefObject, useEffect, useRef } from 'react';
import type { Line } from '../outline';
import { type Copied, copiedOf, type Found, found, keep, write } from './clipboard';
import type { Selection } from './selection';
import { chosenAt, type Spot, spotOf } from './spot';

export interface ClipboardUse {
  /** What the form's own keys work in. */
  readonly area: RefObject<HTMLElement | null>;
  readonly latest: RefObject<{ readonly lines: readonly Line[] }>;
  readonly selection: Selection;
  /** It lies on the clipboard. */
  readonly onCopied: (copied: Copied) => void;
  /** It lies there and is to be taken away here. */
  readonly onCut: (chosen: readonly Line[]) => void;
  /** The system did not take it: nothing was cut. */
  readonly onRefused: () => void;
  readonly onPaste: (found: Found, spot: Spot) => void;
}

/**
 * Ctrl+C, Ctrl+X and Ctrl+V on the items themselves, by the page's own events: they carry the clipboard, which a webview gives to
 * nobody else. In a field, and where text is selected, they mean the text.
 */
export function useClipboard(use: ClipboardUse): void {
  const now = useRef(use);
  now.current = use;
  useEffect(() => {
    /** By what has focus: an event begins where text is or was selected, which may be nowhere near. */
    const spotFor = (event: Event): Spot | null =>
      event.defaultPrevented ? null : spotOf(now.current.area.current, document.activeElement);
    const put = (event: ClipboardEvent): void => {
      const here = isTextSelected() ? null : spotFor(event);
      const lines = here ? chosenAt(now.current.latest.current.lines, here, now.current.selection) : [];
      if (lines.length === 0) return;
      event.preventDefault();
      const copied = copiedOf(lines.map(({ item }) => item));
      if (!write(event.clipboardData, copied)) {
        now.current.onRefused();
        return;
      }
      keep(copied);
      if (event.type === 'cut') now.current.onCut(lines);
      else now.current.onCopied(copied);
    };
    const take = (event: ClipboardEvent): void => {
      const here = spotFor(event);
      if (!here || !event.clipboardData) return;
      event.preventDefault();
      now.current.onPaste(found(event.clipboardData), here);
    };
    document.addEventListener('copy', put);
    document.addEventListener('cut', put);
    document.addEventListener('paste', take);
    return () => {
      document.removeEventListener('copy', put);
      document.removeEventListener('cut', put);
      document.removeEventListener('paste', take);
    };
  }, []);
}

/** Has the page send the event above, as a press of a button allows. Where no webview does that, nothing happens. */
export function copyByPress(): void {
  // The button means the items, whatever text is selected.
  document.getSelection()?.removeAllRanges();
  try {
    document.execCommand('copy');
  } catch {
    // What was copied is kept in this window all the same.
  }
}

function isTextSelected(): boolean {
  return document.getSelection()?.isCollapsed === false;
}
