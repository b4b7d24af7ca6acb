import { useSyncExternalStore } from 'react';
import type { Item } from '../../../bindings';
import known from '../../../bindings/copied.json';
import { plain } from '../../../form/markup';
import { isSection, walk } from '../../../form/tree';

/** What our own data is called on the clipboard. Only pages of ours read it as anything. */
const OWN = 'application/x-budkavle-items+json';

/** Items that were copied, as they are for us and as they are for any other program. */
export interface Copied {
  readonly items: readonly Item[];
  readonly text: string;
}

let kept: Copied | null = null;
const listeners = new Set<() => void>();

/** Keeps what was copied in this window as well, for the buttons that paste: not every webview lets a page read the clipboard. */
export function keep(copied: Copied | null): void {
  kept = copied;
  for (const listener of listeners) listener();
}

/** What was copied last in this window, from this template or another. */
export function keptNow(): Copied | null {
  return kept;
}

/** As `keptNow`, drawn again when something else is copied. */
export function useKept(): Copied | null {
  return useSyncExternalStore((listener) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  }, keptNow);
}

/** Items as they are copied. */
export function copiedOf(items: readonly Item[]): Copied {
  return { items, text: inWords(items, { question: 0 }).join('\n') };
}

/** How many there are, those in sections too. */
export function countOf(items: readonly Item[]): number {
  return walk(items).length;
}

/** Puts it on the system's clipboard. Whether it came there. */
export function write(data: DataTransfer | null, { items, text }: Copied): boolean {
  if (!data) return false;
  try {
    data.setData('text/plain', text);
    data.setData(OWN, JSON.stringify({ format: known.format, items }));
    return true;
  } catch {
    return false;
  }
}

/** What lies on the clipboard: our own data, which the core is to read; what this window has kept; or somebody's text. */
export type Found = { readonly own: string } | { readonly kept: Copied } | { readonly text: string };

/** Looks at what is pasted. */
export function found(data: DataTransfer): Found {
  const own = data.getData(OWN);
  const text = data.getData('text/plain');
  if (own !== '') return { own };
  // A webview that carries only text still gives back what was copied here.
  return kept && text.replaceAll('\r\n', '\n') === kept.text ? { kept } : { text };
}

/** Numbered questions with their alternatives, and headings above what stands in sections. */
function inWords(items: readonly Item[], count: { question: number }): readonly string[] {
  return items.flatMap((item) => {
    const text = item.text.trim();
    if (isSection(item)) return [text, ...inWords(item.items ?? [], count)];
    if (item.kind.type === 'information') return [plain(text)];
    count.question += 1;
    const { kind } = item;
    const choices = 'options' in kind ? kind.options : [];
    const rows = kind.type === 'matrix' ? kind.rows.map((row) => `   ${row.text.trim()}:`) : [];
    return [`${count.question}. ${text}`, ...rows, ...choices.map((choice) => `   – ${choice.text.trim()}`)];
  });
}
