/** Where each page is, after `#`. Ids may stand here; what is about a person may not. */
export const paths = {
  myCases: '/',
  send: '/skicka',
  distributed: '/fordelade',
  templates: '/mallar',
  template: (id: string) => `/mallar/${id}`,
} as const;
