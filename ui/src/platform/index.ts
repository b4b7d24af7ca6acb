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

/** The address of page `n` (from 0) of the preview that `ticket` gives the right to see; never stored by the browser. */
export function pageUrl(ticket: string, n: number): string {
  return host.pageUrl(ticket, n);
}
