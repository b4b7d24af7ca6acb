/** The window's frame: the menu, the marks above the page, and who is signed in. */
export const staff = {
  aboutData: 'Om uppgifterna',
  exampleHelp: 'Invånare, ärenden och svar är påhittade.',
  notSavedHelp: 'Allt försvinner när Budkavle stängs.',
  cases: 'Ärenden',
  people: 'Vårdpersonal',
  citizens: 'Invånare',
  importTemplates: 'Läs in mall',
  importCitizens: 'Läs in invånare',
  unit: 'Enhet',
  purge: 'Gallring',
  statistics: 'Statistik',
  caseTitle: 'Ärende',
  templateTitle: 'Mall',

  inbox: {
    open: 'Öppna invånarens inkorg',
    title: 'Invånarens inkorg',
    lead: 'Inkorgen är en webbsida som bara finns på den här datorn, så länge Budkavle är igång. Den öppnas i din webbläsare.',
    address: 'Adress',
    copy: 'Kopiera adressen',
    copied: 'Adressen är kopierad.',
    notCopied: 'Adressen gick inte att kopiera. Markera den och kopiera själv.',
    opened: 'Inkorgen öppnas i webbläsaren.',
  },

  me: {
    /** All that is seen on the button, so that it can be pressed by saying it. */
    menu: (name: string, title: string) => `Konto: ${name} ${title}`.trim(),
    changePassword: 'Byt lösenord …',
    lock: 'Lås',
    signOut: 'Logga ut',
  },

  notFound: {
    title: 'Sidan finns inte',
    text: 'Adressen leder ingenstans. Den kan vara gammal eller felskriven.',
    home: 'Till början',
  },
  notAllowed: {
    title: 'Du har inte behörighet till sidan',
    text: 'Be en lokal administratör på enheten om rätt behörighet.',
  },
} as const;
