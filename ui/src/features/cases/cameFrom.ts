import { type CasesPlace, paths } from '../../route/paths';

let last: CasesPlace = { scope: 'mine', list: 'open' };

/** Remembers which list was on screen last, so that a case can lead back to it. */
export function leave(place: CasesPlace): void {
  last = place;
}

/** Whose list was on screen last, and where it is. */
export function cameFrom(): { readonly scope: CasesPlace['scope']; readonly path: string } {
  return { scope: last.scope, path: paths.cases(last) };
}
