/** Moving the deadline of an attachment. */
export const extend = {
  action: 'Förläng tiden',
  actionOf: (name: string) => `Förläng tiden: ${name}`,
  title: 'Förläng tiden till gallring',
  now: (when: string) => `Bilagan gallras nu ${when}.`,
  longest: (when: string) => `Den får finnas kvar till ${when} som längst.`,
  copies: 'Kopior som redan är sparade behåller sin tid.',
  hours: 'Hur mycket längre behövs den?',
  days: (days: number) => (days === 1 ? '1 dygn längre' : `${days} dygn längre`),
  most: 'Så länge det går',
  reason: 'Varför behövs den längre?',
  reasonHelp: 'Skälet syns i ärendet. Skriv inga uppgifter om invånaren.',
  reasonMissing: 'Skriv ett skäl.',
  save: 'Förläng',
  done: (when: string) => `Tiden är förlängd. Bilagan gallras ${when}.`,
  cannot: {
    title: 'Tiden kan inte förlängas mer.',
    todo: 'Skriv det viktiga i en journalanteckning, eller spara en tillfällig säker kopia, innan bilagan gallras.',
  },
  tooLong: {
    title: 'Så länge får bilagan inte finnas kvar. Tiden är inte förlängd.',
    todo: 'Välj en kortare tid.',
  },
  by: (when: string, name: string) => `Förlängd ${when} av ${name}:`,
} as const;
