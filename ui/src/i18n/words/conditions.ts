import type { Combine, Comparison } from '../../bindings';
import { withSmall } from '../format';

/** A test in words: what stands after the question. */
const comparisons: Record<Comparison['is'], string> = {
  yes: 'är Ja',
  no: 'är Nej',
  option: 'är',
  notOption: 'är något annat än',
  less: 'är mindre än',
  atMost: 'är högst',
  equal: 'är exakt',
  atLeast: 'är minst',
  more: 'är mer än',
  answered: 'är besvarad',
  unanswered: 'inte är besvarad',
};

const combine: Record<Combine, string> = { all: 'Alla måste stämma', any: 'Det räcker att en stämmer' };
const and: Record<Combine, string> = { all: 'och', any: 'eller' };

/** Questions that are shown only when others are answered so and so. */
export const conditions = {
  add: 'Visa bara om …',
  addFor: (name: string) => `Visa bara om … – ${name}`,
  heading: 'Visas bara om',
  editor: (name: string) => `Villkor för ${name}`,
  remove: 'Visa alltid',
  removeFor: (name: string) => `Visa alltid – ${name}`,
  question: 'Fråga',
  comparison: 'Svaret',
  option: 'Alternativ',
  number: 'Tal',
  combine: 'När flera krav finns',
  combineGroups: 'Mellan grupperna',
  combines: combine,
  addTest: 'Lägg till krav',
  addGroup: 'Lägg till grupp',
  group: (at: number) => `Grupp ${at}`,
  removeTest: (at: number) => `Ta bort krav ${at}`,
  numbered: (name: string, text: string) => `${name}. ${text}`,
  untitled: 'Fråga utan text',
  gone: 'Frågan finns inte längre',
  optionGone: 'Alternativet finns inte längre',
  comparisons,
  severalHave: 'innehåller',
  severalLack: 'innehåller annat men inte',
  sentence: {
    start: 'Visas bara om',
    question: (name: string, text: string) => `${withSmall(name)} ”${text}”`,
    goneQuestion: 'en fråga som inte finns längre',
    quoted: (text: string) => `”${text}”`,
    and,
    brackets: (inner: string) => `(${inner})`,
  },
  overview: {
    open: 'Vad styr vad',
    title: 'Vad styr vad',
    lead: 'Frågor som bara visas ibland, och frågor som styr andra.',
    item: 'Fråga',
    when: 'När den visas',
    shows: 'Styr',
    always: 'Visas alltid.',
    nothing: 'Inget',
    diagram: 'Pilar från varje fråga till dem som den styr. Tabellen nedanför säger samma sak.',
  },
  later: (name: string) => `${name} kommer efter den här. Flytta den hit fram, eller ändra villkoret.`,
  dependents: {
    title: 'Beroende frågor',
    overtaken: (name: string) => `De här visas beroende på ${name} och skulle hamna före den:`,
    along: 'Ta med dem',
    alone: 'Flytta utan dem',
    stuck: (name: string) =>
      `De här visas beroende på ${name} och kan inte följa med, eftersom flytten går in i eller ut ur dem. Ändra deras villkor efteråt:`,
    text: (name: string) => `När ${name} tas bort vet Budkavle inte längre när de här ska visas:`,
    ask: 'Vad ska hända med dem?',
    hide: 'Behåll villkoret',
    hideHelp: 'De visas inte förrän du har ändrat villkoret. Mallen går inte att publicera så.',
    show: 'Visa dem alltid',
    showHelp: 'Andra krav i villkoren finns kvar.',
    remove: 'Ta bort dem också',
    removeHelp: 'Även frågor som i sin tur beror på dem.',
    confirm: (name: string) => `Ta bort ${name}`,
  },
} as const;
