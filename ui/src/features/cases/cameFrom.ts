import type { CaseScope } from '../../bindings';

let last: CaseScope = 'mine';

/** Remembers which list was on screen last, so that a case can lead back to it. */
export function leave(scope: CaseScope): void {
  last = scope;
}

/** The list that was on screen last. */
export function cameFrom(): CaseScope {
  return last;
}
