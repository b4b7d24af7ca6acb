import type { CaseRefusal } from '../bindings';
import type { CallFailure } from '../platform';
import { standing } from './words/standing';

/** What went wrong, and what the person can do now. Both are whole sentences. */
export interface FailureText {
  readonly title: string;
  readonly todo: string;
}

const otherVersion: FailureText = {
  title: 'Programmets delar är av olika version.',
  todo: 'Starta om Budkavle. Hjälper det inte, installera om programmet; ärendena finns kvar.',
};

/** Why a case does not allow a step: often because somebody was there before. */
const refusals = {
  alreadyAnswered: { title: 'Invånaren har redan svarat.', todo: 'Läs svaret i ärendet.' },
  notAnswerable: {
    title: 'Ärendet går inte att besvara.',
    todo: 'Det är en (Information). Skicka en (Fråga).',
  },
  notSent: {
    title: 'Meddelandet är inte skickat än.',
    todo: 'Återkalla det, eller vänta tills det har skickats.',
  },
  closed: {
    title: 'Ärendet är redan avslutat.',
    todo: 'En kollega kan ha hunnit före. Återöppna det om något mer ska göras.',
  },
  open: { title: 'Ärendet är redan öppet.', todo: 'Gå vidare med det som ska göras.' },
  revoked: { title: 'Meddelandet är återkallat.', todo: 'Skicka ett nytt om invånaren ska ha det.' },
  alreadyRead: {
    title: 'Invånaren har redan läst meddelandet.',
    todo: 'Det går inte att återkalla. Skicka ett nytt meddelande om något blev fel.',
  },
} satisfies Record<CaseRefusal, FailureText>;

/** A failure code without a text does not type-check. */
const texts = {
  notSignedIn: {
    title: 'Du är inte inloggad.',
    todo: 'Logga in och försök igen. Sparade utkast finns kvar.',
  },
  sessionLocked: {
    title: 'Programmet är låst.',
    todo: 'Lås upp med ditt lösenord och försök igen.',
  },
  notAllowed: {
    title: 'Du har inte behörighet till detta.',
    todo: 'Be en lokal administratör på enheten om rätt behörighet.',
  },
  storeClosed: {
    title: 'Databasen är inte öppen.',
    todo: 'Gå till startbilden och följ anvisningen där.',
  },
  wrongCredentials: {
    title: 'Användarnamn eller lösenord stämmer inte.',
    todo: 'Kontrollera båda och försök igen.',
  },
  tooManyAttempts: {
    title: 'För många försök med fel lösenord.',
    todo: 'Vänta och försök sedan igen.',
  },
  wrongPassphrase: {
    title: 'Lösenfrasen öppnar inte databasen.',
    todo: 'Kontrollera stora och små bokstäver och försök igen.',
  },
  passwordTooShort: {
    title: 'Lösenordet är för kort.',
    todo: 'Välj ett längre lösenord, gärna flera ord efter varandra.',
  },
  usernameTaken: {
    title: 'Användarnamnet finns redan.',
    todo: 'Välj ett annat användarnamn.',
  },
  lastAdministrator: {
    title: 'Enheten måste ha minst en aktiv lokal administratör.',
    todo: 'Ge först någon annan rollen.',
  },
  alreadySetUp: {
    title: 'Enheten är redan upplagd.',
    todo: 'Logga in i stället.',
  },
  fieldMissing: {
    title: 'Ett fält är tomt.',
    todo: 'Fyll i det och försök igen.',
  },
  invalidHsaId: {
    title: 'HSA-id stämmer inte.',
    todo: 'Kontrollera det mot katalogen. Det börjar med SE, tio siffror och ett bindestreck.',
  },
  invalidPersonNumber: {
    title: 'Personnumret stämmer inte.',
    todo: 'Kontrollera siffrorna. Skriv 10 eller 12 siffror.',
  },
  invalidRetention: {
    title: 'Tiden till gallring är utanför det tillåtna.',
    todo: 'Välj en tid inom gränserna.',
  },
  secureFolderUnusable: {
    title: 'Den säkra lagringsplatsen går inte att använda.',
    todo: 'Kontrollera att mappen finns och att du får skriva i den, eller välj en annan.',
  },
  templateNotFound: {
    title: 'Mallen finns inte.',
    todo: 'Gå tillbaka till listan över mallar.',
  },
  templateChangedElsewhere: {
    title: 'Någon annan har ändrat mallen under tiden.',
    todo: 'Öppna mallen igen för att se det senaste. Det du ändrat sedan dess är inte sparat.',
  },
  templateTooLarge: {
    title: 'Mallen blir för stor.',
    todo: 'En text får ha högst 20 000 tecken, en fråga 500 alternativ och ett formulär 2 000 frågor. Dela upp den.',
  },
  tooManyPictures: {
    title: 'Mallen får för många eller för stora bilder.',
    todo: 'En mall kan ha högst 20 bilder, och tillsammans högst 2 MB. Ta bort någon bild först.',
  },
  pictureRefused: {
    title: 'En bild går inte att läsa in. Inget är ändrat.',
    todo: 'Välj en annan bild, eller spara den som PNG eller JPEG i ett annat program och försök igen.',
  },
  copiedItemsRefused: {
    title: 'Det som är kopierat går inte att klistra in. Inget är ändrat.',
    todo: 'Kopiera frågorna igen i mallen som de kommer från. Kontrollera att båda fönstren har samma version av Budkavle.',
  },
  stepOverwritten: {
    title: 'Ändringen går inte att ångra längre.',
    todo: 'Någon annan har ändrat samma sak efter dig. Ändra det för hand om det ska bli annorlunda.',
  },
  templateHasNoDraft: {
    title: 'Mallen har inget utkast.',
    todo: 'Börja ett nytt utkast för att ändra den.',
  },
  templateIsArchived: {
    title: 'Mallen är arkiverad.',
    todo: 'Återställ den först om den ska användas.',
  },
  templateNotPublishable: {
    title: 'Mallen kan inte publiceras än.',
    todo: 'Rätta det som är listat och publicera sedan.',
  },
  templateNeedsApproval: {
    title: 'Mallen måste godkännas innan den kan skickas.',
    todo: 'Skicka den för godkännande. Verksamhetschefen ser den då bland mallarna.',
  },
  templateAwaitsApproval: {
    title: 'Utkastet inväntar godkännande och går inte att ändra.',
    todo: 'Ta tillbaka det om något ska ändras, eller vänta på beslutet.',
  },
  templateNotSubmitted: {
    title: 'Utkastet inväntar inte längre godkännande.',
    todo: 'Någon har tagit tillbaka det eller redan beslutat. Öppna mallen igen för att se vad som hänt.',
  },
  templateVersionNotFound: {
    title: 'Versionen finns inte.',
    todo: 'Öppna historiken igen och välj en av versionerna där.',
  },
  bankSectionNotFound: {
    title: 'Det finns inte i avsnittsbanken längre.',
    todo: 'Någon kan just ha tagit bort det. Öppna avsnittsbanken igen och välj något annat.',
  },
  bankSectionChanged: {
    title: 'Avsnittet har ändrats i avsnittsbanken sedan du hämtade det.',
    todo: 'Titta på ändringen och hämta den först. Uppdatera sedan avsnittsbanken.',
  },
  bankNameTaken: {
    title: 'Namnet finns redan i avsnittsbanken.',
    todo: 'Skriv ett annat namn.',
  },
  templateLabelsTooMany: {
    title: 'Det är för många eller för långa etiketter.',
    todo: 'En mall får ha högst 20 etiketter, och en etikett eller kategori högst 60 tecken.',
  },
  nobodyApproves: {
    title: 'Ingen kan godkänna mallar.',
    todo: 'Ge först någon rollen Verksamhetschef under Vårdpersonal, och se till att kontot är aktivt.',
  },
  templateNotSendable: {
    title: 'Mallen kan inte skickas längre.',
    todo: 'Den har fått en ny version eller arkiverats. Välj mall igen.',
  },
  citizenNotFound: {
    title: 'Invånaren finns inte i enhetens register.',
    todo: 'Kontrollera personnumret. Saknas invånaren, be en lokal administratör läsa in registret.',
  },
  directoryUnavailable: {
    title: 'Det går inte att se om invånaren kan nås: tjänsten svarar inte.',
    todo: 'Försök igen om en stund; sparade utkast finns kvar. Det som brådskar får gå per telefon eller brev.',
  },
  citizenUnreachable: {
    title: 'Invånaren kan inte nås med ett ärende.',
    todo: 'Kontakta invånaren på annat sätt, till exempel med brev eller telefon.',
  },
  importUnreadable: {
    title: 'Filen är ingen lista över invånare.',
    todo: 'Kontrollera att den är en CSV-fil med rätt kolumner.',
  },
  importHasErrors: {
    title: 'Filen har rader med fel. Inget har lästs in.',
    todo: 'Rätta raderna och välj filen igen.',
  },
  messageIncomplete: {
    title: 'Allt är inte ifyllt.',
    todo: 'Fyll i det som är markerat och skicka sedan.',
  },
  caseNotFound: {
    title: 'Ärendet finns inte.',
    todo: 'Gå tillbaka till listan över ärenden. Det kan ha gallrats.',
  },
  sendTimeInvalid: {
    title: 'Den tiden går inte att välja. Inget är skickat.',
    todo: 'Välj en tid som inte har varit, och högst ett år bort.',
  },
  caseRefuses: {
    title: 'Ärendet är inte längre som det var.',
    todo: 'Läs ärendet igen och försök på nytt om det behövs.',
  },
  notAHandler: {
    title: 'Kollegan kan inte ha ärenden.',
    todo: 'Välj någon som är ärendehanterare och har ett konto som används.',
  },
  tooManyCases: {
    title: 'För många ärenden på en gång. Inget är ändrat.',
    todo: 'Markera färre och gör resten sedan.',
  },
  textTooLong: {
    title: 'Texten är för lång.',
    todo: 'Korta den. Hur många tecken som är kvar står under fältet.',
  },
  caseNotAnswered: {
    title: 'Ärendet har inget svar än.',
    todo: 'Vänta på svaret, som märks med S i listan.',
  },
  attachmentNotFound: {
    title: 'Bilagan finns inte.',
    todo: 'Öppna svaret igen för att se vilka bilagor som finns.',
  },
  attachmentPurged: {
    title: 'Bilagan är gallrad.',
    todo: 'Be invånaren skicka den på nytt om den behövs.',
  },
  clockDoubted: {
    title: 'Datorns klocka har hoppat framåt, och bilagan är stängd tills klockan är kontrollerad.',
    todo: 'Be en lokal administratör kontrollera klockan och svara under Gallring. Inget är förstört.',
  },
  decisionStale: {
    title: 'Det som beslutet gäller har ändrats sedan du såg förhandsvisningen.',
    todo: 'Se på förhandsvisningen igen och fatta beslutet på nytt. Inget är ändrat.',
  },
  receiptNotFound: {
    title: 'Kvittot finns inte i kedjan.',
    todo: 'Kontrollera kedjan under Gallring. Saknas kvitton, vänd dig till IT.',
  },
  reportUnwritable: {
    title: 'Rapporten kunde inte sparas där.',
    todo: 'Välj en annan mapp, eller kontrollera att det finns plats och att filen inte är öppen.',
  },
  templateFileRefused: {
    title: 'Filen går inte att läsa in. Inget har sparats.',
    todo: 'Välj en annan fil, eller spara den på nytt i det andra systemet.',
  },
  translationFileRefused: {
    title: 'Översättningarna går inte att läsa in. Inget har ändrats.',
    todo: 'Utgå från filen som sparas med ”Spara som CSV”, och spara den som ”CSV UTF-8”.',
  },
  templateFileUnwritable: {
    title: 'Mallen kunde inte sparas där.',
    todo: 'Välj en annan mapp, eller kontrollera att det finns plats och att filen inte är öppen.',
  },
  attachmentUnreadable: {
    title: 'Bilagan går inte att öppna.',
    todo: 'Den kan ha skadats på disken. Be invånaren skicka den på nytt.',
  },
  previewClosed: {
    title: 'Förhandsgranskningen är stängd.',
    todo: 'Öppna bilagan igen.',
  },
  previewFailed: {
    title: 'Bilagan går inte att visa.',
    todo: 'Be invånaren skicka den på nytt, som PDF eller bild utan lösenord.',
  },
  copyFailed: {
    title: 'Den tillfälliga kopian sparades inte.',
    todo: 'Välj en plats på den säkra lagringsplatsen och försök igen.',
  },
  copyNotFound: {
    title: 'Kopian finns inte.',
    todo: 'Den kan redan ha gallrats.',
  },
  inboxUnavailable: {
    title: 'Invånarens inkorg är inte igång.',
    todo: 'Starta om Budkavle och försök igen.',
  },
  diskFull: {
    title: 'Disken är full. Inget sparades.',
    todo: 'Frigör utrymme på disken och försök igen.',
  },
  diskFullAtPurge: {
    title: 'Disken är full. Inget gallrades.',
    todo: 'Frigör utrymme på disken och försök igen.',
  },
  requestMalformed: otherVersion,
  unknownCommand: otherVersion,
  unexpected: {
    title: 'Något gick fel i programmet.',
    todo: 'Försök igen. Om det upprepas, lämna referensen till den som sköter programmet.',
  },
  noContact: {
    title: 'Programmet svarar inte.',
    todo: 'Vänta en stund och försök igen. Starta annars om Budkavle; inget bekräftat går förlorat.',
  },
} satisfies Record<CallFailure['code'], FailureText>;

/** The text of a failure, with the figures it carries. Which field or line is meant is the feature's to show. */
export function textOf(failure: CallFailure): FailureText {
  const { title, todo } = texts[failure.code];
  switch (failure.code) {
    case 'tooManyAttempts':
      return { title, todo: `Vänta ${failure.seconds} sekunder och försök sedan igen.` };
    case 'passwordTooShort':
      return { title, todo: `Välj minst ${failure.min} tecken, gärna flera ord efter varandra.` };
    case 'caseRefuses':
      return refusals[failure.refusal];
    case 'citizenUnreachable': {
      const reason = standing.unreachable[failure.reason];
      return {
        title: `${standing.verdict.no}: ${reason.title}`,
        todo: `${reason.todo} Utkastet finns kvar.`,
      };
    }
    case 'copiedItemsRefused':
      return failure.fault === 'tooLarge'
        ? { title, todo: 'Det är mer än en mall får ha. Kopiera färre frågor åt gången.' }
        : { title, todo };
    case 'diskFullAtPurge':
      return failure.gone
        ? {
            title: 'Filen är gallrad, men disken är full.',
            todo: 'Frigör utrymme på disken. Kvittot finns; här står filen kvar tills det har lästs in.',
          }
        : { title, todo };
    case 'unexpected':
      return { title, todo: `${todo} Referens: ${failure.reference}.` };
    default:
      return { title, todo };
  }
}
