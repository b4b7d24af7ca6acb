import type { PurgedKind } from '../../bindings';

/** *Gallring*: what is kept until when, and the receipts of what is gone. */
export const purge = {
  title: 'Gallring',
  lead: 'Bilagor och tillfälliga kopior förstörs när deras tid är ute, också sådant som förföll medan Budkavle var stängt. Varje gallring lämnar ett kvitto.',
  waiting: 'Hämtar gallringen …',

  kept: 'Finns kvar',
  keptCaption: 'Det som finns kvar, med nästa gallring först',
  keptColumns: { what: 'Vad', size: 'Storlek', expires: 'Gallras', caseLink: 'Ärende' },
  keptKinds: { submitted: 'Bilaga', unsent: 'Bilaga som inte skickats in', copy: 'Tillfällig kopia' },
  keptCopies: { safe: 'Säker kopia', original: 'Original' },
  openCase: 'Öppna ärendet',
  overdue: 'Försenad, gallras vid nästa försök',
  closed: 'Stängd tills klockan är kontrollerad',
  noneKept: {
    title: 'Inget väntar på gallring',
    text: 'Här visas bilagor från invånare och kopior som någon sparat.',
  },

  soon: (count: number) =>
    count === 0
      ? 'Inget gallras inom 24 timmar.'
      : count === 1
        ? 'En sak gallras inom 24 timmar.'
        : `${count} saker gallras inom 24 timmar.`,

  begun: 'Går inte att ta bort än',
  begunLead:
    'Det som är kvar på disken tas bort så snart det går. Nya försök görs efter 1, 5 och 15 minuter.',
  begunSealed: 'Bilagorna här går inte längre att läsa: nyckeln är förstörd.',
  begunCaption: 'Gallringar som inte är klara',
  begunColumns: { what: 'Vad', since: 'Påbörjades', state: 'Läge', caseLink: 'Ärende' },
  retrying: 'Försöker igen',
  stuck: 'Sitter fast',
  stuckHelp: {
    sealed: 'Stäng program som kan ha filen öppen, till exempel en säkerhetskopiering, och vänta en stund.',
    copy: 'Kopian kan fortfarande gå att läsa. Stäng programmet som har den öppen, och vänta en stund.',
  },

  state: 'Läge',
  late: (count: number) =>
    count === 0 ? 'Inget är försenat' : count === 1 ? 'En sak är försenad' : `${count} saker är försenade`,
  stuckCount: (count: number) =>
    count === 0 ? 'Inget sitter fast' : count === 1 ? 'En sak sitter fast' : `${count} saker sitter fast`,
  terms: {
    late: 'I tid',
    clock: 'Klockan',
    job: 'När Budkavle är stängt',
    last: 'Senast kontrollerat',
    room: 'Utrymme för bilagor',
  },
  room: (taken: string, most: string) => `${taken} av ${most}`,
  diskFull: {
    title: 'Disken är full.',
    text: 'Gallringen kan stanna, och nya bilagor och kopior sparas inte, förrän det finns plats. Ta bort filer som inte behövs på datorn, eller be IT göra det.',
  },
  vaultFull: {
    title: 'Utrymmet för bilagor är fullt.',
    text: 'Invånare kan inte bifoga fler filer. Gallra bilagor som inte behövs längre, eller be IT höja gränsen.',
  },
  vaultScarce: {
    title: 'Utrymmet för bilagor är snart fullt.',
    text: 'När det är fullt kan invånare inte bifoga fler filer. Gallra bilagor som inte behövs längre, eller be IT höja gränsen.',
  },
  refused: (when: string) => `Senast en fil avvisades: ${when}.`,
  diskWasFull: {
    title: (when: string) => `En fil från en invånare sparades inte ${when}, för disken var full.`,
    text: 'Kontrollera att det finns plats på disken. Invånaren är ombedd att försöka igen eller höra av sig.',
  },

  unfinished: {
    title: (count: number) =>
      count === 1
        ? 'En kopia blev inte klar, och är förstörd.'
        : `${count} kopior blev inte klara, och är förstörda.`,
    text: 'Budkavle stängdes medan kopian skrevs, eller så gick det inte att skriva på platsen. Kvittot finns nedan. Spara en ny kopia i ärendet om den behövs.',
    item: (when: string) => `Påbörjad ${when}`,
    open: (when: string) => `Öppna ärendet, kopia påbörjad ${when}`,
  },
  clockRight: 'Går rätt',
  clockBehind: (time: string) => `Datorns klocka går efter. Gallringen räknar med ${time}.`,
  clockDoubted: 'Har hoppat framåt',
  jobs: {
    installed: 'Datorn gallrar själv, var femtonde minut',
    missing: 'Datorn gallrar inte själv',
    unknown: 'Det går inte att avgöra',
  },
  jobMissing: {
    title: 'Det som förfaller medan Budkavle är stängt gallras först när programmet startas.',
    text: 'Be IT köra budkavlectl purge --install på den här datorn, så gallras det i tid ändå.',
  },
  lastRun: { timer: 'Budkavle', start: 'när Budkavle startade', scheduled: 'datorns schemalagda jobb' },
  neverRun: 'Aldrig',

  doubt: {
    title: (wall: string) => `Datorns klocka har hoppat framåt till ${wall}.`,
    text: (closed: number, hours: number) =>
      `${closed === 1 ? 'En sak' : `${closed} saker`} är ${closed === 1 ? 'stängd' : 'stängda'} men inte ${closed === 1 ? 'förstörd' : 'förstörda'}. Är klockan fel, ställ den rätt, så öppnas allt igen. Annars gallras det när datorn har varit igång i ${hours} timmar till.`,
    button: 'Klockan är rätt',
    ask: 'Är datorns klocka rätt?',
    confirm: 'Gallra nu',
    warning: (wall: string) => `Allt vars tid är ute ${wall} förstörs genast och går inte att få tillbaka.`,
    notYours: 'En lokal administratör kan säga att klockan är rätt.',
  },

  receipts: 'Kvitton',
  receiptsLead: 'Numren följer på varandra i en kedja, så att ett kvitto som saknas eller ändrats märks.',
  receiptsCaption: 'Kvitton på det som gallrats, senaste först',
  receiptColumns: {
    seq: 'Nr',
    what: 'Vad',
    deadline: 'Skulle gallras',
    purgedAt: 'Gallrades',
    trigger: 'Varför',
    outcome: 'Utfall',
    open: 'Kvitto',
  },
  noReceipts: { title: 'Inga kvitton', text: 'De kommer när något gallrats under tiden som visas.' },
  newer: 'Till de senaste',
  older: 'Äldre kvitton',

  period: 'Period',
  from: 'Från och med',
  until: 'Till och med',
  periodHelp: 'Tomma fält: alla.',
  periodFault: 'Skriv datum som ÅÅÅÅ-MM-DD, och det första före det sista.',

  openReceipt: 'Visa',
  openReceiptOf: (seq: number) => `Visa kvitto ${seq}`,
  receipt: (seq: number) => `Kvitto ${seq}`,
  receiptWaiting: 'Hämtar kvittot …',
  receiptTerms: {
    item: 'Beteckning',
    size: 'Storlek',
    received: 'Kom in',
    person: 'Gallrades av',
    steps: 'Vad som gjordes',
    clock: 'Datorns klocka',
    jail: 'Filvisningens skydd',
    version: 'Budkavles version',
    hash: 'Kontrollsumma',
  },
  clockStates: {
    right: 'Gick rätt',
    behind: 'Gick efter. Gallringen följde den senaste tid som Budkavle känner.',
    doubted: 'Hade hoppat framåt och gällde därför inte.',
  },
  jailHolds: (holds: boolean) => (holds ? 'Höll vid senaste provet' : 'Höll inte, och inga filer visades'),
  steps: {
    resumed: 'En avbruten gallring togs upp igen.',
    keyDestroyed: 'Nyckeln skrevs över och togs bort. Från och med då kunde ingen läsa innehållet.',
    keyAbsent: 'Det fanns ingen nyckel.',
    bodyRemoved: 'Det krypterade innehållet togs bort.',
    bodyAbsent: 'Det fanns inget krypterat innehåll.',
    copyRemoved: 'Kopian och dess mapp togs bort.',
    copyAbsent: 'Det fanns ingen kopia på sin plats.',
    entryUnreadable: 'Uppgiften om var kopian låg gick inte att läsa.',
    verifiedAbsent: 'En sista kontroll fann inget kvar.',
  },

  check: 'Kontrollera kedjan',
  whole: (count: number) => `Kedjan är hel: ${count} kvitton.`,
  head: 'Kontrollsumma för det sista kvittot',
  broken: (line: number) => `Kedjan är bruten på rad ${line}.`,
  faults: {
    notALine: 'Raden är inte skriven av Budkavle.',
    newerFormat: 'Raden är skriven av en nyare version av Budkavle.',
    outOfSequence: 'En rad före den saknas eller ligger på fel plats.',
    altered: 'Raden är ändrad efter att den skrevs.',
  },
  cutOff: 'Kedjans slut är borta: kvitton som loggen minns finns inte kvar.',
  untrusted: 'Kvittona kan inte användas som bevis. Spara mappen som den är och vänd dig till IT.',

  report: 'Rapport till verksamhetschefen',
  reportLead: 'Gäller perioden ovan. Utan period: den senaste månaden.',
  reportCaption: 'Gallring under perioden',
  reportColumns: { what: 'Uppgift', count: 'Antal' },
  reportRows: {
    received: 'Bilagor som kom in',
    purged: 'Gallrade bilagor och kopior',
    late: 'Gallrade mer än 15 minuter efter sin tid',
    stuck: 'Sitter fast just nu',
    kept: 'Finns kvar just nu',
  },
  savePdf: 'Spara som PDF',
  saveCsv: 'Spara som kalkylblad (CSV)',
  saved: 'Rapporten är sparad.',

  kinds: {
    sealed: 'Bilaga',
    safeCopy: 'Säker kopia',
    original: 'Original',
    unfinishedCopy: 'Kopia som inte blev klar',
    copy: 'Tillfällig kopia',
  } satisfies Record<PurgedKind, string>,
  triggers: {
    timer: 'Tiden var ute',
    start: 'Tiden var ute när Budkavle startade',
    scheduled: 'Schemalagd gallring',
    person: 'Gallrad för hand',
  },
  outcomes: {
    removed: { word: 'Förstörd', help: null },
    notFoundAtRecordedPlace: {
      word: 'Fanns inte på sin plats',
      help: 'Någon har flyttat eller tagit bort kopian. Den kan finnas någon annanstans.',
    },
    contentChanged: {
      word: 'Innehållet var ändrat',
      help: 'Något annat låg på kopians plats. Det är borttaget.',
    },
    unreadable: {
      word: 'Oläsbar, förstörd',
      help: 'Nyckeln var borta, så ingen kunde läsa bilagan. Det som fanns kvar är borttaget.',
    },
  },
  /** Of a copy that was never finished it is no news that it was not whole, or not there. */
  unfinishedOutcomes: {
    contentChanged: { word: 'Förstörd', help: 'Det som hann skrivas är borttaget.' },
    notFoundAtRecordedPlace: { word: 'Fanns inte', help: 'Inget hade hunnit skrivas på platsen.' },
  },
} as const;
