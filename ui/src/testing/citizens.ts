import type { Citizen, LookedUp, Standing } from '../bindings';

/** What holds for most. */
export const mostStanding: Standing = {
  account: 'active',
  registration: 'registered',
  protection: 'none',
  newNumber: null,
  guardians: [],
};

export const tolvan: Citizen = {
  id: 'c',
  number: '191212121212',
  name: 'Tolvan Tolvansson',
  careRelation: 'Listad sedan 2011',
  standing: mostStanding,
};

/** Somebody who can be reached without reservations, and was never written to. */
export const reached: LookedUp = {
  citizen: tolvan,
  age: 83,
  unreachable: null,
  cautions: [],
  contact: { last: null, recent: 0, unread: 0 },
};
