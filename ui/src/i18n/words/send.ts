import type { PersonNumberProblem, Unreachable } from '../../bindings';

interface Words {
  readonly title: string;
  readonly todo: string;
}

/** Each says what to look for at the keyboard. */
const numberProblems: Record<PersonNumberProblem, string> = {
  empty: 'Skriv invånarens personnummer.',
  form: 'Skriv tio eller tolv siffror, till exempel ÅÅÅÅMMDD-NNNN.',
  date: 'De första siffrorna är inget datum. Kontrollera månad och dag.',
  future: 'Födelsedatumet ligger i framtiden. Kontrollera århundradet.',
  checkDigit: 'Sista siffran stämmer inte med de andra. Någon siffra är felskriven.',
};

const unreachable: Record<Unreachable, Words> = {
  noCareRelation: {
    title: 'Ärendet kan inte skickas: vårdrelation saknas.',
    todo: 'Kontakta invånaren med brev eller telefon. Har invånaren en pågående kontakt med enheten, be en lokal administratör uppdatera invånarregistret.',
  },
  coordinationNumber: {
    title: 'Ärendet kan inte skickas: invånaren har samordningsnummer.',
    todo: 'Med samordningsnummer går det inte att logga in i inkorgen. Kontakta invånaren med brev eller telefon.',
  },
};

/** *Skicka nytt ärende*. */
export const send = {
  title: 'Skicka nytt ärende',
  lead: 'Ett ärende går till en invånare. Det du skriver sparas som utkast medan du skriver.',
  draft: {
    title: 'Du har ett påbörjat ärende',
    to: 'Till',
    saved: 'Senast sparat',
    resume: 'Fortsätt på utkastet',
    discard: 'Kasta',
    discarded: 'Utkastet är kastat.',
  },
  citizen: {
    heading: '1. Invånare',
    number: 'Personnummer',
    numberHelp: '10 eller 12 siffror, med eller utan bindestreck.',
    look: 'Hämta',
    looking: 'Hämtar invånaren …',
    change: 'Byt invånare',
    changed: 'Texten är borttagen, eftersom den skrevs till en annan invånare.',
    name: 'Namn',
    age: 'Ålder',
    years: (years: number) => `${years} år`,
    relation: 'Vårdrelation',
    noRelation: 'Ingen registrerad',
    numberProblems,
    unreachable,
  },
  template: {
    heading: '2. Mall',
    search: 'Sök mall',
    list: 'Mallar',
    help: '(Information) är ett meddelande. (Fråga) kan invånaren svara på.',
    chosen: 'Vald mall',
    change: 'Byt mall',
    noMatch: 'Ingen mall stämmer med sökningen.',
    none: 'Inga publicerade mallar',
    noneHelp: 'En lokal administratör bygger och publicerar mallar under Administration.',
    outdated: 'Mallen har fått en ny version eller arkiverats.',
    outdatedHelp: 'Välj mall igen. Det du har skrivit följer med där fritextrutorna är desamma.',
  },
  message: {
    heading: '3. Meddelande',
    instruction: 'Instruktion till ärendehanteraren',
    hidden: 'Visas inte för invånaren.',
    fill: 'Fyll i',
    nothingToFill: 'Den här mallen har inget att fylla i.',
    slotUnnamed: 'Fritext',
    missing: (label: string) => `Fyll i ”${label}”.`,
    tooLong: (label: string) => `Korta ”${label}” till högst 4 000 tecken.`,
    preview: 'Så ser invånaren det',
  },
  send: {
    heading: '4. Skicka',
    to: 'Till',
    number: 'Personnummer',
    template: 'Mall',
    final: 'Ett skickat meddelande kan inte ändras eller tas tillbaka.',
    saving: 'Sparar utkast …',
    saved: (time: string) => `Utkast sparat ${time}`,
    notSaved: 'Utkastet är inte sparat',
  },
  sent: {
    title: (name: string) => `Ärendet är sparat och skickat till ${name}`,
    where: 'Här hittar du ärendet',
    mine: 'Mina ärenden',
    mineHelp: 'Dina skickade frågor och de svar som kommer in.',
    unit: 'Fördelade ärenden',
    unitHelp: 'Enhetens alla ärenden. Där ser kollegor att du har skickat det.',
    marks: 'Så ser du hur det går',
    read: 'L betyder att invånaren har läst meddelandet.',
    replied: 'S betyder att invånaren har svarat.',
    noReply: 'Mallen är (Information), så något svar kommer inte.',
    again: 'Skicka nytt ärende',
    toMine: 'Till Mina ärenden',
    sentAt: 'Skickat',
    message: 'Rubrik',
  },
} as const;
