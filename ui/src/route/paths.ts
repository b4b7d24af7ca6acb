/** Where each page is, after `#`. Ids may stand here; what is about a person may not. */
export const paths = {
  myCases: '/arenden/mina',
  distributed: '/arenden/fordelade',
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
  purge: '/gallring',
} as const;
