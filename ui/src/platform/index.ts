import type { Commands } from './contract';
import type { Change, Host } from './host';
import { httpHost } from './http';
import { tauriHost } from './tauri';

/**
 * The only door out of the page (guide 42). Which host stands behind it is decided once, when the page starts.
 */
export { type Commands, type Failure, type Topic, topicsOf } from './contract';
export { type CallFailure, type Change, Refused } from './host';

const host: Host = '__TAURI_INTERNALS__' in window ? tauriHost : httpHost;

/** The name of a command. */
export type CommandName = keyof Commands;
/** What a command asks for. */
export type RequestOf<N extends CommandName> = Commands[N][0];
/** What a command answers. */
export type ResponseOf<N extends CommandName> = Commands[N][1];

/** Asks the core. Rejects with `Refused`, whose `failure` has a text in `i18n/failures.ts`. */
export function call<N extends CommandName>(name: N, request: RequestOf<N>): Promise<ResponseOf<N>> {
  return host.call(name, request) as Promise<ResponseOf<N>>;
}

/** Calls back when the core says that something changed, until the returned function is called. */
export function onTopics(changed: (change: Change) => void): () => void {
  return host.onTopics(changed);
}

/** Tells the host that the first screen is on the glass: for tests and measurements. */
export function shown(): void {
  host.shown();
}

/** The longest edge, in pixels, that the core draws a page with. */
const LARGEST_EDGE = 8000;

/**
 * The address of page `n` (from 1) of the preview that `ticket` gives the right to see, drawn with its longest edge `edge`
 * pixels; never stored by the browser.
 */
export function pageUrl(ticket: string, n: number, edge: number): string {
  return host.pageUrl(ticket, n, Math.min(Math.max(Math.round(edge), 1), LARGEST_EDGE));
}
