import type { Worklist } from '../../bindings';

/** *Mina ärenden* and *Fördelade ärenden*. */
export const caseList = {
  mine: {
    title: 'Mina ärenden',
    lead: 'Det du har skickat eller fått av en kollega. Läst och svar visas här allt eftersom.',
  },
  unit: { title: 'Fördelade ärenden', lead: 'Allt som enheten har skickat, vem det än var.' },
  lists: 'Vilka ärenden',
  names: {
    open: 'Alla öppna',
    toReview: 'Att granska',
    unanswered: 'Obesvarade',
    unread: 'Olästa',
    scheduled: 'Skickas senare',
    ended: 'Avslutade',
  } satisfies Record<Worklist, string>,
  unreadHelp: (days: number) =>
    `Skickade för mer än ${days} dygn sedan och inte lästa. Överväg brev eller telefon.`,
  none: {
    toReview: {
      title: 'Inget att granska',
      help: 'När en invånare har svarat ligger ärendet här tills det avslutas.',
    },
    unanswered: {
      title: 'Inget väntar på svar',
      help: 'Alla frågor som skickats är besvarade eller avslutade.',
    },
    unread: {
      title: 'Inget har legat oläst för länge',
      help: 'Här syns det som invånaren inte har öppnat i tid.',
    },
    scheduled: {
      title: 'Inget väntar på att skickas',
      help: 'Välj Senare när du skickar, så syns det här tills det går.',
    },
    ended: { title: 'Inget är avslutat', help: 'Det som avslutas eller återkallas finns kvar här.' },
  } satisfies Record<Exclude<Worklist, 'open'>, { title: string; help: string }>,
  mark: 'Markera',
  markOne: (name: string, heading: string) => `Markera ${name}, ${heading}`,
  revoked: 'Återkallat',
  handler: 'Har ärendet',
  search: 'Sök ärende',
  searchHelp: 'Början av namn, personnummer eller ord i ärendet',
  status: 'Status',
  name: 'Namn',
  number: 'Personnummer',
  case: 'Ärende',
  sent: 'Skickat',
  by: 'av',
  filesKept: (count: number) => (count === 1 ? '1 bilaga finns kvar' : `${count} bilagor finns kvar`),
  more: 'Visa fler',
  noneSent: 'Inga öppna ärenden',
  mineWhenNone: 'När du har skickat ett ärende följer du det här: om det är läst, och vad invånaren svarat.',
  unitWhenNone: 'När någon på enheten har skickat ett ärende syns det här.',
  noneFound: 'Inget ärende stämmer',
  whenNoneFound: 'Pröva början av namnet eller personnumret, ett ord ur ärendet, eller ta bort filter.',
  clearSearch: 'Visa alla ärenden',
  found: (count: number, isAll: boolean) =>
    isAll ? (count === 1 ? '1 ärende' : `${count} ärenden`) : `Visar ${count} ärenden. Det finns fler.`,
  answered: (count: number) => (count === 1 ? 'Ett ärende har besvarats' : `${count} ärenden har besvarats`),
} as const;
