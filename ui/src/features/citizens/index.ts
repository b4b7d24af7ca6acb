/** *Invånare*: the unit's register and its import. */
export { CitizensPage } from './CitizensPage';
export { ImportPage } from './ImportPage';
