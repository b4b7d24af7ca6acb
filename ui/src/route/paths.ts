/** What each list of cases is called below whose it is; all that is open has no name of its own. */
const worklists = {
  open: '',
  toReview: '/att-granska',
  unanswered: '/obesvarade',
  unread: '/olasta',
  scheduled: '/skickas-senare',
  ended: '/avslutade',
} as const;

const scopes = { mine: '/arenden/mina', unit: '/arenden/fordelade' } as const;

/** Which list of cases, and whose. */
export interface CasesPlace {
  readonly scope: keyof typeof scopes;
  readonly list: keyof typeof worklists;
}

/** Where each page is, after `#`. Ids may stand here; what is about a person may not. */
export const paths = {
  overview: '/arenden/oversikt',
  myCases: scopes.mine,
  distributed: scopes.unit,
  cases: ({ scope, list }: CasesPlace) => `${scopes[scope]}${worklists[list]}`,
  send: '/arenden/skicka',
  case: (id: string) => `/arenden/${id}`,
  templates: '/administration/mallar',
  importTemplates: '/administration/mallar/las-in',
  template: (id: string) => `/administration/mallar/${id}`,
  templateHistory: (id: string) => `/administration/mallar/${id}/historik`,
  people: '/administration/vardpersonal',
  citizens: '/administration/invanare',
  importCitizens: '/administration/invanare/las-in',
  unit: '/administration/enhet',
  statistics: '/statistik',
  purge: '/gallring',
} as const;

/** The list of cases that a path names; `null` when it names something else. */
export function casesAt(path: string): CasesPlace | null {
  for (const scope of ['mine', 'unit'] as const) {
    for (const list of ['open', 'toReview', 'unanswered', 'unread', 'scheduled', 'ended'] as const) {
      if (path === paths.cases({ scope, list })) return { scope, list };
    }
  }
  return null;
}
