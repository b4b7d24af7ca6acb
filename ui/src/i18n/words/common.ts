/** The product's own words, used by more than one feature. They are the profession's terms; the glossary says what each means. */
export const common = {
  product: 'Budkavle',
  save: 'Spara',
  send: 'Skicka',
  preview: 'Förhandsgranska',
  back: 'Tillbaka',
  next: 'Nästa',
  tryAgain: 'Försök igen',
  yes: 'Ja',
  no: 'Nej',
  example: 'Exempeldata',
  /** As the handler's list marks a template and a case. */
  marking: { information: '(Information)', question: '(Fråga)' },
  notSaved: 'Sparas inte',
} as const;

/** Where one can go. */
export const navigation = {
  label: 'Huvudmeny',
  overview: 'Översikt',
  myCases: 'Mina ärenden',
  sendNew: 'Skicka nytt ärende',
  distributed: 'Fördelade ärenden',
  administration: 'Administration',
  cases: 'Ärende',
  templates: 'Mallar för invånarärende',
  settings: 'Inställningar',
} as const;

/** Roles, with the old name once where people know it by that. */
export const roles = {
  administrator: 'Lokal administratör',
  handler: 'Ärendehanterare',
  manager: 'Verksamhetschef',
  handlerFormerly: 'Ärendehanterare (tidigare Vårdgivare)',
} as const;

/** L and S, as the case lists show them. */
export const marks = {
  read: {
    letter: 'L',
    meaning: 'Läst av invånaren',
    done: (when: string) => `Läst ${when}`,
    not: 'Inte läst',
  },
  replied: {
    letter: 'S',
    meaning: 'Svar från invånaren',
    done: (when: string) => `Svar ${when}`,
    not: 'Inget svar',
  },
} as const;
