import { useSyncExternalStore } from 'react';

/**
 * Where in the program one is: the part of the address after `#`, such as `/mallar/01J…`. A link is an ordinary
 * `<a href="#/mallar">`, so that back, middle click and screen readers work without our help. Ids may stand here; what is
 * about a person may not.
 */
export function useRoute(): string {
  return useSyncExternalStore(watch, current);
}

/** Goes to a path, as if its link had been followed. */
export function go(path: string): void {
  window.location.hash = path;
}

/** The address of a path, for `href`. */
export function to(path: string): string {
  return `#${path}`;
}

function watch(changed: () => void): () => void {
  window.addEventListener('hashchange', changed);
  return () => window.removeEventListener('hashchange', changed);
}

function current(): string {
  const path = window.location.hash.slice(1);
  return path === '' ? '/' : path;
}
