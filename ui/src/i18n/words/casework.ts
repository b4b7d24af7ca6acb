import type { CaseRefusal } from '../../bindings';

const ofCases = (count: number): string => (count === 1 ? 'Ett ärende' : `${count} ärenden:`);

/** What lists of cases are narrowed to, and what the unit does with cases. */
export const casework = {
  me: (name: string) => `${name} (jag)`,
  filter: {
    title: (count: number) => (count === 0 ? 'Filter' : `Filter (${count})`),
    any: 'Alla',
    template: 'Mall',
    templateGone: 'En mall som inte längre skickas',
    sender: 'Skickat av',
    handler: 'Har ärendet',
    colleagueGone: 'En tidigare kollega',
    from: 'Skickat från och med',
    to: 'Skickat till och med',
    noDay: 'Skriv datumet som ÅÅÅÅ-MM-DD.',
    clear: 'Ta bort filter',
    kept: 'Sparade filter',
    keep: 'Spara filtret',
    keepNow: 'Spara',
    name: 'Vad ska det heta?',
    nameHelp: 'Bara du ser det. Skriv inga uppgifter om invånaren.',
    nameMissing: 'Skriv ett namn.',
    isKept: (name: string) => `Filtret ”${name}” är sparat.`,
    forget: (name: string) => `Ta bort filtret ${name}`,
    forgotten: (name: string) => `Filtret ”${name}” är borttaget.`,
  },
  work: {
    bar: 'Markerade ärenden',
    marked: (count: number) => (count === 1 ? '1 markerat' : `${count} markerade`),
    unmark: 'Avmarkera',
    assign: 'Fördela',
    assignMany: 'Fördela till …',
    assignTitle: (count: number) => (count === 1 ? 'Fördela ärendet' : `Fördela ${count} ärenden`),
    to: 'Till vem?',
    toHelp: 'Ärendet hamnar under Mina ärenden hos den du väljer, och finns kvar under Fördelade ärenden.',
    toMissing: 'Välj vem som ska ha ärendet.',
    assigned: (count: number, name: string) =>
      count === 1 ? `Ärendet är fördelat till ${name}.` : `${count} ärenden är fördelade till ${name}.`,
    close: 'Avsluta',
    closed: (count: number) => (count === 1 ? 'Ärendet är avslutat.' : `${count} ärenden är avslutade.`),
    reopen: 'Återöppna',
    reopened: (count: number) => (count === 1 ? 'Ärendet är öppet igen.' : `${count} ärenden är öppna igen.`),
    revoke: 'Återkalla',
    revokeTitle: 'Återkalla meddelandet?',
    revokeWords:
      'Invånaren har inte läst det än. Meddelandet försvinner ur inkorgen och ärendet avslutas. Det går inte att ångra, men du kan skicka ett nytt.',
    revoked: 'Meddelandet är återkallat.',
    left: {
      alreadyAnswered: (count: number) => `${ofCases(count)} är redan besvarat.`,
      notAnswerable: (count: number) => `${ofCases(count)} går inte att besvara.`,
      notSent: (count: number) => `${ofCases(count)} är inte skickat än och lämnades som det är.`,
      closed: (count: number) => `${ofCases(count)} är redan avslutat och lämnades som det är.`,
      open: (count: number) => `${ofCases(count)} är redan öppet.`,
      revoked: (count: number) => `${ofCases(count)} är återkallat och lämnades som det är.`,
      alreadyRead: (count: number) => `${ofCases(count)} är redan läst.`,
    } satisfies Record<CaseRefusal, (count: number) => string>,
  },
  scheduled: {
    stopped: 'Stoppat',
    waiting: (when: string) => `Meddelandet skickas ${when}. Invånaren ser det inte förrän då.`,
    stoppedTitle: 'Meddelandet skickades inte när tiden kom.',
    stoppedTodo:
      'Det skickas av sig självt om invånaren går att nå igen. Återkalla det om det inte längre behövs.',
  },
  review: {
    due: (when: string) => `Ska granskas senast ${when}.`,
    overdue: (when: string) => `Skulle ha granskats ${when}`,
    help: 'Ett svar räknas som granskat när ärendet avslutas.',
  },
  happenings: {
    title: 'Händelser och interna anteckningar',
    none: 'Inget mer har hänt med ärendet.',
    assigned: (to: string) => `Fördelat till ${to}`,
    closed: 'Avslutat',
    reopened: 'Återöppnat',
    revoked: 'Återkallat',
    noted: 'Intern anteckning',
    by: (when: string, name: string) => `${when} av ${name}`,
    note: 'Ny intern anteckning',
    noteHelp:
      'Syns för kollegorna, aldrig för invånaren. Den går inte att ändra. Det som hör till vården skrivs i journalen.',
    noteMissing: 'Skriv något i anteckningen.',
    add: 'Spara anteckningen',
    added: 'Anteckningen är sparad.',
  },
} as const;
