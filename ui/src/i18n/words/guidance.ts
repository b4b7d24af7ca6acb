import { withSmall } from '../format';

/** What the guideline has to say while a template is built. Why is said by the guideline itself, which is data. */
export const guidance = {
  title: (errors: number, advice: number) => {
    const parts = [
      ...(errors > 0 ? [errors === 1 ? 'en sak att rätta' : `${errors} saker att rätta`] : []),
      ...(advice > 0 ? [advice === 1 ? 'ett råd' : `${advice} råd`] : []),
    ];
    return `Riktlinjen: ${parts.length > 0 ? parts.join(' och ') : 'inget att anmärka'}`;
  },
  errors: 'Att rätta före publicering',
  advice: 'Råd',
  lead: 'Inget av råden hindrar publicering.',
  source: (name: string, version: string, isTightened: boolean) =>
    `${name}, version ${version}${isTightened ? ', skärpt av din organisation' : ''}`,
  found: {
    purposeMissing: 'Syftet saknas',
    answerUseMissing: 'Hur svaren används saknas',
    contactMissing: 'Vart invånaren vänder sig med frågor saknas',
    generalInformation: (words: string) => `”${words}” låter som allmän information eller massutskick`,
    advertising: (words: string) => `”${words}” låter som reklam`,
    study: (words: string) => `”${words}” låter som en fråga om att delta i en studie`,
    survey: (words: string) => `”${words}” låter som en enkät eller utvärdering`,
    manyRequiredTexts: (count: number, most: number) =>
      `${count} frågor måste besvaras med fri text, fler än ${most}`,
    noWayOut: (name: string) => `${name} saknar alternativ för den som inte vet`,
    unitMissing: (name: string) => `${name} saknar enhet`,
    filesWithoutReason: (name: string) => `${name} säger inte varför filer behövs`,
    pictureUndescribed: (name: string) => `Bilden i ${withSmall(name)} är inte beskriven`,
    longSentence: (where: string, count: number, most: number) =>
      `En mening på ${count} ord ${where}, längre än ${most}`,
    longWords: (where: string, words: readonly string[]) =>
      `Många långa ord i en mening ${where}: ${words.join(', ')}`,
    passive: (where: string, words: string) => `”${words}” ${where} säger inte vem som gör det`,
    hardToRead: (lix: number, most: number) => `Texten är svårläst: LIX ${lix}, över ${most}`,
    colourOnly: (where: string, words: string) => `”${words}” ${where} går bara att förstå av färgen`,
    clickHere: (where: string, words: string) => `”${words}” ${where} säger inte vart länken leder`,
    translationIncomplete: (language: string, missing: number, outdated: number) => {
      const lacks = [
        ...(missing > 0 ? [missing === 1 ? 'en text saknas' : `${missing} texter saknas`] : []),
        ...(outdated > 0 ? [outdated === 1 ? 'en är inaktuell' : `${outdated} är inaktuella`] : []),
      ];
      return `${language} erbjuds inte invånaren: ${lacks.join(' och ')}`;
    },
  },
  places: {
    name: 'i namnet',
    purpose: 'i syftet',
    answerUse: 'i hur svaren används',
    contact: 'i vart man vänder sig',
    part: 'i meddelandetexten',
    form: 'i formuläret',
    item: (name: string) => `i ${withSmall(name)}`,
    languages: 'i översättningarna',
  },
  wayOut: 'Vet inte',
  fixes: {
    write: (text: string) => `Skriv ”${text}”`,
    contact: 'Hämta från enhetens inställningar',
    wayOut: (name: string) => `Lägg till ”Vet inte” i ${withSmall(name)}`,
    unit: (unit: string) => `Skriv enheten ${unit}`,
    decorative: 'Bilden är bara utsmyckning',
    optional: (count: number) =>
      count === 1 ? 'Gör den sista frivillig' : `Gör de ${count} sista frivilliga`,
  },
  /** Said when a fix was made. The way back is the ordinary one. */
  fixed: {
    answerUse: 'Hur svaren används är ifyllt.',
    contact: 'Vart invånaren vänder sig är hämtat från enhetens inställningar.',
    wayOut: (name: string) => `”Vet inte” är tillagt i ${withSmall(name)}.`,
    unit: (unit: string, name: string) => `Enheten i ${withSmall(name)} är ${unit}.`,
    decorative: (name: string) => `Bilden i ${withSmall(name)} är nu bara utsmyckning.`,
    optional: (count: number) =>
      count === 1 ? 'En fråga är nu frivillig.' : `${count} frågor är nu frivilliga.`,
    back: (done: string) => `${done} Ångra med Ctrl+Z.`,
  },
} as const;
