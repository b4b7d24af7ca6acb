import type { Advice, UnsuitablePurpose } from '../../bindings';
import { withSmall } from '../format';

const unsuitable: Record<UnsuitablePurpose, { readonly text: string; readonly why: string }> = {
  general: {
    text: 'låter som allmän information eller massutskick',
    why: 'Riktlinjen: det ska inte skickas som invånarärende. Undantag kan göras för samhällsviktig information och vid en krissituation.',
  },
  advertising: {
    text: 'låter som reklam',
    why: 'Riktlinjen: reklam för produkter eller tjänster ska inte skickas som invånarärende.',
  },
  study: {
    text: 'låter som en fråga om att delta i en studie',
    why: 'Riktlinjen: förfrågan om läkemedels- eller forskningsstudier ska inte skickas som invånarärende.',
  },
  survey: {
    text: 'låter som en enkät eller utvärdering',
    why: 'Riktlinjen: enkäter ska inte skickas som invånarärende. Undantag kan göras om ni har kommit överens med patienten om deltagandet.',
  },
};

/** Why a piece of advice is given: a rule, or what is known to help. */
const why: Record<Exclude<Advice['advice'], 'unsuitable'>, string> = {
  manyRequiredTexts:
    'Det tar tid att skriva, och den som inte orkar svarar inte alls. Gör någon frivillig, eller fråga med alternativ.',
  noWayOut: 'Den som inte vet måste annars gissa. Lägg till ”Vet inte”, eller gör frågan frivillig.',
  unitMissing: 'Utan enhet går svaret att missförstå.',
  filesWithoutReason:
    'Skriv i hjälptexten vad ni ska ha filerna till. Då skickas rätt filer, och inga som inte behövs.',
  longSentence: 'Klarspråk: dela den. Korta meningar går lättare att läsa på en telefon.',
  hardToRead: 'LIX över 45 är svårt för många. Korta meningarna och byt långa ord.',
};

/** Advice while a template is built. */
export const advice = {
  title: (count: number) => (count === 1 ? 'Ett råd om mallen' : `${count} råd om mallen`),
  lead: 'Inget av det här hindrar publicering.',
  unsuitable: (words: string, text: string) => `”${words}” ${text}`,
  unsuitablePurposes: unsuitable,
  manyRequiredTexts: (count: number) => `${count} frågor måste besvaras med fri text`,
  noWayOut: (name: string) => `${name} saknar alternativ för den som inte vet`,
  unitMissing: (name: string) => `${name} saknar enhet`,
  filesWithoutReason: (name: string) => `${name} säger inte varför filer behövs`,
  longSentence: (count: number, where: string) => `En mening på ${count} ord ${where}`,
  hardToRead: (lix: number) => `Texten är svårläst: LIX ${lix}`,
  why,
  places: {
    name: 'i namnet',
    purpose: 'i syftet',
    answerUse: 'i hur svaren används',
    part: 'i meddelandetexten',
    item: (name: string) => `i ${withSmall(name)}`,
  },
} as const;
