import { withCapital } from '../format';

/** Selecting, copying and pasting questions in the builder. */
export const selection = {
  box: (name: string, text: string) => `Markera ${name}${text === '' ? '' : `: ${text}`}`,
  bar: 'Det som är markerat',
  count: (count: number) => (count === 0 ? 'Inget är markerat' : `${count} ${marked(count)}`),
  several: (count: number) => `de ${count} markerade`,
  moveTo: 'Flytta till …',
  duplicate: 'Duplicera',
  cut: 'Klipp ut',
  copy: 'Kopiera',
  remove: 'Ta bort',
  clear: 'Avmarkera',
  pasteAfter: 'Klistra in efter',
  pasteLast: (count: number) => `Klistra in sist (${count})`,
  pasteIn: (count: number) => `Klistra in (${count})`,
  moved: (name: string, isOne: boolean) => `${withCapital(name)} är ${isOne ? 'flyttad' : 'flyttade'}.`,
  unmoved: (name: string) => `${withCapital(name)} ligger kvar.`,
  duplicated: (name: string, isOne: boolean) =>
    `${withCapital(name)} är ${isOne ? 'duplicerad' : 'duplicerade'}.`,
  removed: (name: string, isOne: boolean) => `${withCapital(name)} är ${isOne ? 'borttagen' : 'borttagna'}.`,
  wasCut: (name: string, isOne: boolean) => `${withCapital(name)} är ${isOne ? 'urklippt' : 'urklippta'}.`,
  copied: (count: number) => `${count} ${count === 1 ? 'kopierad' : 'kopierade'}.`,
  copiedHere: (count: number) =>
    `${count} ${count === 1 ? 'kopierad' : 'kopierade'}. Går bara att klistra in i det här fönstret.`,
  pasted: (count: number) => `${count} ${count === 1 ? 'inklistrad' : 'inklistrade'}.`,
  conditionsLost: (count: number) =>
    count === 1
      ? 'Ett villkor gällde en fråga som inte finns här och är borttaget.'
      : `${count} villkor gällde frågor som inte finns här och är borttagna.`,
  notCopied: {
    title: 'Frågorna kunde inte kopieras. Inget är ändrat.',
    todo: 'Markera frågorna och försök med knappen Kopiera eller Klipp ut.',
  },
  tooDeep: {
    title: 'Avsnitten skulle hamna för djupt i varandra. Inget är ändrat.',
    todo: 'Välj en plats utanför några av avsnitten.',
  },
  lines: {
    title: 'Klistra in som frågor',
    text: (count: number) =>
      count === 1 ? 'Raden blir en fritextfråga:' : `${count} rader blir var sin fritextfråga:`,
    more: (count: number) => (count === 1 ? 'och en rad till' : `och ${count} rader till`),
    tooMany: (count: number, most: number) =>
      `Texten har ${count} rader. Klistra in högst ${most} åt gången: kopiera en del av texten och försök igen.`,
    confirm: (count: number) => (count === 1 ? 'Klistra in frågan' : `Klistra in ${count} frågor`),
  },
  nothing: 'Det finns inget att klistra in. Kopiera frågor eller text först.',
  keys: {
    extend: 'Markera fler',
    all: 'Markera alla',
    acts: 'Till det markerade',
    clear: 'Avmarkera',
    copy: 'Kopiera',
    cut: 'Klipp ut',
    paste: 'Klistra in',
    names: { space: 'Mellanslag', enter: 'Enter', escape: 'Esc' },
  },
} as const;

function marked(count: number): string {
  return count === 1 ? 'markerad' : 'markerade';
}
