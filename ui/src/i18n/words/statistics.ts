import type { StatisticsPeriod } from '../../bindings';
import { formatHours } from '../format';

const cases = (count: number): string => (count === 1 ? '1 ärende' : `${count} ärenden`);

/** How the unit's cases are read and answered. */
export const statistics = {
  title: 'Statistik',
  lead: 'Hur det enheten skickar blir läst och besvarat. Inget om enskilda personer, varken invånare eller kollegor.',
  period: 'Period',
  periods: {
    days30: 'Senaste 30 dagarna',
    days90: 'Senaste 90 dagarna',
    months12: 'Senaste 12 månaderna',
  } satisfies Record<StatisticsPeriod, string>,
  span: (from: string, until: string) => `Ärenden som skickades från och med ${from} till och med ${until}.`,
  none: 'Inget skickades under perioden',
  noneHelp: 'När enheten har skickat ärenden syns det här hur de läses och besvaras.',
  all: 'I allt',
  figures: {
    sent: 'Skickade',
    read: 'Lästa',
    asked: 'Frågor',
    answered: 'Besvarade',
    minutesToRead: 'Mediantid till läst',
    minutesToAnswer: 'Mediantid till svar',
    revoked: 'Återkallade',
    closedUnanswered: 'Avslutade utan svar',
  },
  ofSent: (percent: string) => `${percent} av de skickade`,
  ofAsked: (percent: string, asked: number) => `${percent} av ${cases(asked)} som frågar`,
  noneAsked: 'Inget av det skickade frågar',
  median: (minutes: number) => formatHours(minutes),
  medianHelp: 'Hälften gick fortare',
  untold: 'Visas inte',
  untoldHelp: (fewest: number) =>
    `Mediantider visas av minst ${fewest} ärenden: färre kunde peka ut en person.`,
  weekly: 'Skickade per vecka',
  weeklyHelp: 'Första och sista veckan kan vara kortare än de andra.',
  week: 'Vecka från',
  weeklyChart: (weeks: number, most: number, when: string) =>
    `Stapeldiagram över ${weeks === 1 ? '1 vecka' : `${weeks} veckor`}: som mest ${cases(most)}, veckan från ${when}.`,
  most: (count: number) => `Som mest ${count}`,
  byTemplate: 'Per mall',
  template: 'Mall',
  templateChart: (name: string, sent: number, read: number, answered: number) =>
    `${name}: ${sent} skickade, ${read} lästa, ${answered} besvarade.`,
  asTable: 'Visa som tabell',
  save: 'Spara för kalkylark (CSV)',
  saveHelp: 'Filen innehåller samma siffror, utan personuppgifter.',
  saved: 'Statistiken är sparad.',
} as const;
