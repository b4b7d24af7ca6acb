import type { Caution, GuardianAccess, Unreachable } from '../../bindings';

interface Reason {
  /** For a list, after the verdict. */
  readonly brief: string;
  readonly title: string;
  /** What to do instead. */
  readonly todo: string;
}

/** Why a citizen may not be written to. A reason without words does not type-check. */
const unreachable: Record<Unreachable, Reason> = {
  deceased: {
    brief: 'avliden',
    title: 'Invånaren är avliden.',
    todo: 'Skicka inget ärende. Behöver anhöriga kontaktas, gör det med telefon eller brev.',
  },
  numberChanged: {
    brief: 'nytt personnummer',
    title: 'Invånaren har fått ett nytt personnummer.',
    todo: 'Hämta det nya personnumret och skicka ärendet dit.',
  },
  coordinationNumber: {
    brief: 'samordningsnummer',
    title: 'Invånaren har samordningsnummer.',
    todo: 'Med samordningsnummer går det inte att logga in i inkorgen. Kontakta invånaren med brev eller telefon.',
  },
  noCareRelation: {
    brief: 'vårdrelation saknas',
    title: 'Vårdrelation saknas.',
    todo: 'Kontakta invånaren med brev eller telefon. Har invånaren en pågående kontakt med enheten, be en lokal administratör uppdatera invånarregistret.',
  },
  accountLocked: {
    brief: 'inloggningen är låst',
    title: 'Invånarens inloggning är låst.',
    todo: 'Ett ärende skulle inte kunna läsas. Kontakta invånaren med brev eller telefon. För ett barn kan låset vara ett skydd: se i journalen vem som får kontaktas.',
  },
  neverSignedIn: {
    brief: 'har aldrig loggat in',
    title: 'Invånaren har aldrig loggat in.',
    todo: 'Ett ärende skulle försvinna oläst efter 90 dagar. Kontakta invånaren med brev eller telefon.',
  },
  childProtected: {
    brief: 'barn med skyddad identitet',
    title: 'Barnet har skyddad identitet och ingen kan läsa åt det.',
    todo: 'Se i journalen vem som får kontaktas och hur. Ring, eller låt Skatteverket förmedla ett brev.',
  },
  noGuardianReads: {
    brief: 'ingen vårdnadshavare kan läsa',
    title: 'Ingen vårdnadshavare kan läsa åt barnet.',
    todo: 'Se i journalen vem som får kontaktas, och använd brev eller telefon.',
  },
};

/** What to bear in mind. */
const cautions: Record<Caution, Omit<Reason, 'brief'>> = {
  protected: {
    title: 'Invånaren har skyddad identitet.',
    todo: 'Skriv varken adress, ort eller annat som visar var invånaren finns.',
  },
  withoutNotices: {
    title: 'Invånaren får ingen avisering.',
    todo: 'Inget sms eller mejl säger till när ärendet kommer, och bara invånaren kan ändra det. Ring om det är bråttom.',
  },
  emigrated: {
    title: 'Invånaren är utvandrad.',
    todo: 'E-legitimationen kan ha gått ut, och ett brev kanske inte kommer fram. Ring om ärendet måste läsas.',
  },
  child: {
    title: 'Barn under 13 år.',
    todo: 'Ärendet läses av de vårdnadshavare som är ombud i barnets inkorg.',
  },
  guardiansUnknown: {
    title: 'Inga vårdnadshavare är kända.',
    todo: 'Kontrollera att någon kan läsa åt barnet. Använd annars brev eller telefon.',
  },
  teenager: {
    title: 'Barn mellan 13 och 17 år.',
    todo: 'Barnet loggar in självt, och vårdnadshavarna ser inte ärendet. Unga missar lätt inkorgen: följ upp om det inte läses.',
  },
};

const access: Record<GuardianAccess, string> = {
  reads: 'läser ärendet',
  blocked: 'spärrad, läser inte',
  protected: 'skyddad identitet, kan inte läsa',
};

/** Whether a citizen can be reached. The same words wherever it is told. */
export const standing = {
  verdict: { yes: 'Kan nås', reserved: 'Kan nås, med förbehåll', no: 'Kan inte nås' },
  unreachable,
  cautions,
  access,
  guardians: 'Vårdnadshavare',
  isProtected: 'Skyddad identitet',
} as const;
