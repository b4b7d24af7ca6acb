import type { NoPicture, NotAsked, VersionSign } from '../../bindings';

const notAskedWhy: Record<NotAsked, (kind: string) => string> = {
  type: (kind) => `Frågetypen ”${kind}” finns inte här.`,
  hidden: () => 'Den är dold i filen.',
  readOnly: () => 'Den fylls inte i av någon i filen.',
  control: () => 'Den hör ihop med något annat eller fylls i från annat håll.',
  optionsElsewhere: () => 'Alternativen finns inte i filen.',
  noOptions: () => 'Den har inga alternativ.',
  optionsUnclear: () => 'Den har för många alternativ, eller både en lista och egna.',
  optionKind: () => 'Alternativen är varken ord eller koder.',
  fileKinds: () => 'Ingen av filtyperna kan tas emot här.',
  modifier: () => 'Den har ett tillägg som ändrar vad den betyder.',
};

/** A member of a form and where it stands. */
const member = (name: string, linkId: string) => `”${name}”${linkId === '' ? '' : ` i ${linkId}`}`;
const sign = (of: VersionSign) => `${member(of.member, of.linkId)} finns bara i ${of.versions.join(' och ')}`;
const noPictureWhy: Record<NoPicture, string> = {
  elsewhere: 'Den ligger på en adress utanför filen, och sådana hämtas aldrig.',
  otherMedia: 'Den är en film, ett ljud eller ett dokument.',
  notDrawn: 'Den går inte att läsa här.',
  tooMany: 'En mall kan ha högst 20 bilder, och tillsammans högst 2 MB.',
};

/** Templates from and to other systems. */
export const exchange = {
  title: 'Läs in mall',
  lead: 'Läs in ett formulär från ett annat system. Du ser vad som händer med varje del, och inget sparas förrän du sagt ja.',
  file: 'Fil med formulär',
  fileHelp:
    'FHIR Questionnaire (JSON), ett eller flera i samma fil. R4 läses som det är; STU3 och R5 görs om till R4.',
  choose: 'Välj fil',
  chooseAnother: 'Välj en annan fil',
  drop: 'eller släpp den här',
  dropNow: 'Släpp filen för att läsa in den som mall',
  checking: 'Granskar filen …',
  tooBig: 'Filen är större än 20 MB och kan inte vara ett formulär.',
  unreadable: 'Filen går inte att öppna. Kontrollera att den inte är flyttad och välj den igen.',
  refused: 'Filen går inte att läsa in. Inget har sparats.',
  questions: (count: number) => (count === 1 ? 'En fråga.' : `${count} frågor.`),
  whole: 'Allt i filen finns med.',
  losses: (count: number) => (count === 1 ? 'En sak blir annorlunda' : `${count} saker blir annorlunda`),
  lossesHelp:
    'Inget försvinner: det som inte går att använda här sparas med mallen och följer med när den sparas som FHIR.',
  others: (count: number) => (count === 1 ? 'En sak att känna till' : `${count} saker att känna till`),
  take: (count: number) => (count === 1 ? 'Läs in som utkast' : `Läs in ${count} utkast`),
  done: (count: number) =>
    count === 1 ? 'Mallen är inläst som utkast.' : `${count} mallar är inlästa som utkast.`,
  doneNext: 'Gå igenom den, fyll i det som riktlinjen kräver och publicera.',
  open: 'Öppna utkastet',
  toList: 'Till mallarna',
  another: 'Läs in en till',
  root: 'Formuläret:',
  item: (text: string, linkId: string) => (text === '' ? `Del ${linkId}:` : `”${text}” (${linkId}):`),
  exportOne: (name: string) => `Spara ${name} som FHIR`,
  exported: (name: string) => `Mallen ”${name}” är sparad som FHIR.`,
  remarks: {
    notAskedWhy,
    noPictureWhy,
    pictureNotTaken: (why: string, isKept: boolean) =>
      `Bilden visas inte. ${why}${isKept ? '' : ' Den är för stor för att sparas och följer inte med när mallen sparas som FHIR.'}`,
    pictureRedrawn: 'Bilden är omgjord till en liten JPEG. Annat som filen sa om den följer inte med.',
    firstPictureTaken: 'Har flera bilder. Den första används, och de andra följer inte med.',
    notAsked: (why: string, items: number) =>
      `Visas inte för invånaren${items > 1 ? `, inte heller de ${items - 1} delar som hör till` : ''}. ${why}`,
    conditionNotUnderstood:
      'Villkoret går inte att tolka. Delen visas inte för någon, och mallen kan inte publiceras förrän villkoret är skrivet på nytt.',
    keptUnused: (what: string) => `Sparas men används inte här: ${what}.`,
    controlNotFollowed: (control: string) => `Visas på annat sätt än filen önskar (${control}).`,
    askedOnce: 'Kan besvaras flera gånger i filen, men frågas en gång här.',
    unnested: 'Låg inuti en annan fråga. Den står efter den i stället och visas när båda skulle visas.',
    formattingNotShown: 'Textens formatering sparas men visas inte.',
    initialNotTaken: 'Det förvalda svaret sparas men fylls inte i.',
    fewerAllowed: (asked: number, allowed: number) => `Filen tillåter ${asked}, här går det med ${allowed}.`,
    sizeRead: (megabytes: number | undefined) =>
      megabytes === undefined
        ? 'Största filstorlek går inte att välja här. 1177:s gräns gäller.'
        : `Största filstorlek är läst som ${megabytes} MB.`,
    fileKindsFewer: 'Filen tillåter filtyper som inte kan tas emot här.',
    formNotSent: 'Invånaren kan inte svara, så inget av formuläret skickas.',
    linkIdMade: (linkId: string) => `Saknade namn (linkId) och fick ${linkId}.`,
    displayStripped: (what: string) =>
      `Det här får en informationstext inte ha, och skrivs inte igen: ${what}.`,
    statusNotTaken: 'Filen säger inte om formuläret är i bruk. Det blir ett utkast.',
    askedAsYesNo: 'Frågas med Ja och Nej.',
    lengthSet: (characters: number) => `Saknade längsta svar och fick ${characters} tecken.`,
    otherAdded: 'Fick alternativet ”Annat”.',
    optionsFromList: 'Alternativen är hämtade ur en lista i filen och skrivs i frågan.',
    becameMessage: 'Blev en del av meddelandetexten.',
    answerableDecided: {
      yes: 'Filen säger inte om invånaren får svara. Eftersom något frågas blev det en mall med svar.',
      no: 'Filen säger inte om invånaren får svara. Eftersom inget frågas blev det ett meddelande.',
    },
    madeR4: (version: string, name: string, linkId: string, changed: string) =>
      `Filen är FHIR ${version}, vilket syns på ${member(name, linkId)}. Den är gjord om till R4 och skrivs som R4${changed === '' ? '' : `: ${changed}`}.`,
    versionDoubtful: (said: string, read: string) =>
      `Filen säger sig vara FHIR ${said} men är skriven som ${read}, och är läst som ${read}.`,
    readAsTranslation: (language: string) =>
      `Samma formulär finns på ett annat språk i filen (${language}) och är inläst som översättning.`,
    otherLanguage: (language: string) => `Formuläret är på ett annat språk (${language}).`,
  },
  refusals: {
    fileTooLarge: 'Den är större än 20 MB och kan inte vara ett formulär.',
    notJson: (line: number, column: number) =>
      `Den är inte JSON: felet börjar på rad ${line}, tecken ${column}. Kontrollera att hela filen följt med.`,
    notFhir: 'Den är inte FHIR. Spara formuläret som ”FHIR Questionnaire” (helst R4) i det andra systemet.',
    notAQuestionnaire: (type: string) =>
      `Den innehåller inget formulär (Questionnaire) utan ${type}. Välj filen med formuläret.`,
    otherVersion: (version: string, name: string, linkId: string) =>
      `Den är skriven för FHIR ${version}, och ${member(name, linkId)} går inte att göra om till R4. Spara den som R4 i det andra systemet.`,
    versionsMixed: (signs: readonly VersionSign[]) =>
      `Det går inte att veta vilken version av FHIR den är skriven för: ${signs.map(sign).join(', men ')}. Spara om den som R4 i det andra systemet.`,
    linkIdTwice: (linkId: string) =>
      `Två delar har samma namn (linkId ${linkId}), så det går inte att veta vilken som menas. Ge dem olika namn i det andra systemet.`,
    malformed: (name: string, where: string) =>
      `”${name}”${where === '' ? '' : ` i ”${where}”`} har ett värde som FHIR inte tillåter. Rätta det i det andra systemet.`,
    tooLarge: (linkId: string) =>
      `Formuläret är större än en mall kan vara${linkId === '' ? '' : ` (vid ${linkId})`}. Dela upp det.`,
  },
} as const;
