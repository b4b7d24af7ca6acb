const citizens_ = (count: number): string => (count === 1 ? '1 invånare' : `${count} invånare`);

/** *Invånare*: the unit's register and its import. */
export const citizens = {
  title: 'Invånare',
  lead: 'Registret avgör vem enheten kan skicka ärenden till. Det fylls från en fil ur journalsystemet.',
  waiting: 'Hämtar registret …',
  import: 'Läs in invånare',
  filter: 'Filtrera på namn eller personnummer',
  columns: { name: 'Namn', number: 'Personnummer', careRelation: 'Vårdrelation', reach: 'Kan nås' },
  noCareRelation: 'Saknas',
  count: (shown: number, all: number) =>
    shown === all ? citizens_(all) : `${citizens_(shown)} av ${all} passar filtret`,
  cut: (shown: number) => `De första ${shown} visas. Filtrera för att hitta fler.`,
  none: {
    title: 'Registret är tomt',
    text: 'Läs in en fil med enhetens invånare. Sedan kan ärenden skickas till dem.',
  },
  noMatch: {
    title: 'Ingen invånare passar filtret',
    text: 'Kontrollera stavningen eller siffrorna.',
    clear: 'Rensa filtret',
  },

  importing: {
    title: 'Läs in invånare',
    lead: 'Välj en CSV-fil. Den granskas rad för rad, och inget ändras förrän du sagt ja.',
    back: 'Invånare',
    file: 'Fil med invånare',
    choose: 'Välj fil',
    chooseAnother: 'Välj en annan fil',
    drop: 'eller släpp den här',
    dropNow: 'Släpp filen för att se vad som står i den',
    checking: 'Granskar filen …',
    tooBig: 'Filen är större än 20 MB. Dela upp den och läs in delarna var för sig.',
    unreadable: 'Filen går inte att öppna. Kontrollera att den inte är flyttad och välj den igen.',

    columnsTitle: 'Så ska filen se ut',
    columnsLead:
      'Första raden är rubriker. Ordningen är fri, andra kolumner hoppas över, och semikolon, komma och tabb går lika bra mellan dem.',
    columnsCaption: 'Kolumner i filen',
    columnHeads: { column: 'Rubrik', needed: 'Behövs', content: 'Innehåll' },
    needed: 'Ja',
    optional: 'Frivillig',
    columns: [
      { heading: 'personnummer', needed: true, content: '10 eller 12 siffror, med eller utan bindestreck.' },
      { heading: 'namn', needed: true, content: 'Hela namnet. Eller två kolumner: förnamn och efternamn.' },
      {
        heading: 'vårdrelation',
        needed: false,
        content: 'Till exempel "Listad sedan 2019". Utan den kan invånaren inte få ärenden.',
      },
      {
        heading: 'konto',
        needed: false,
        content: 'aktivt, aldrig inloggad, låst eller spärrat. Tomt betyder aktivt.',
      },
      { heading: 'avisering', needed: false, content: 'ja eller nej. Tomt betyder ja.' },
      {
        heading: 'folkbokföring',
        needed: false,
        content:
          'folkbokförd, avliden eller utvandrad. Tomt betyder folkbokförd. Rubriken status går lika bra.',
      },
      {
        heading: 'skydd',
        needed: false,
        content: 'nej, sekretessmarkering eller skyddad folkbokföring. Tomt betyder nej.',
      },
      {
        heading: 'nytt personnummer',
        needed: false,
        content: 'Det nya, på raden med det gamla. Invånaren behöver en rad också med det nya.',
      },
      {
        heading: 'vårdnadshavare',
        needed: false,
        content:
          'För barn under 13 år: namn med / emellan, och (spärrad) eller (skyddad) efter den som inte läser åt barnet.',
      },
    ],
    sample: 'Exempel',
    sampleText:
      'personnummer;namn;vårdrelation;konto;vårdnadshavare\n19121212-1212;Tolvan Tolvansson;Listad sedan 2011;aldrig inloggad;\n20180917-9805;Alva Exempel;Listad;;Vera Exempel / Bo Exempel (spärrad)',
    kept: 'En kolumn som inte finns i filen ändrar inget av det som registret redan vet.',

    notRegister: {
      title: 'Filen är ingen lista över invånare',
      text: 'Rubrikerna personnummer och namn hittades inte på första raden, eller så har filen fler än 100 000 rader. Jämför med beskrivningen nedan.',
    },
    errorsTitle: (count: number) => (count === 1 ? '1 rad behöver rättas' : `${count} rader behöver rättas`),
    errorsLead: 'Rätta raderna i filen och välj den igen. Inget läses in så länge någon rad har fel.',
    errorColumns: { line: 'Rad', wrong: 'Vad som är fel', mend: 'Så rättar du' },
    rowsTitle: (count: number) => (count === 0 ? 'Inga rader att läsa in' : citizens_(count)),
    rowsLead: (fresh: number, known: number) =>
      `${fresh} nya och ${known} som redan finns i registret. De som finns får filens uppgifter. Ingen tas bort.`,
    rowColumns: {
      line: 'Rad',
      name: 'Namn',
      number: 'Personnummer',
      careRelation: 'Vårdrelation',
      reach: 'Kan nås',
      state: '',
    },
    stateHeading: 'Ny eller känd',
    fresh: 'Ny',
    known: 'Finns redan',
    cut: (shown: number, all: number) => `De första ${shown} av ${all} visas.`,
    emptyFile: 'Filen har rubriker men inga invånare.',
    submit: (count: number) => `Läs in ${citizens_(count)}`,

    doneTitle: 'Registret är uppdaterat',
    done: { added: 'Nya', updated: 'Ändrade', unchanged: 'Oförändrade' },
    toList: 'Visa registret',
    another: 'Läs in en fil till',
  },

  lineProblems: {
    numberEmpty: { wrong: 'Personnumret saknas.', mend: 'Skriv personnumret, eller ta bort raden.' },
    numberReserve: {
      wrong: 'Det är ett reservnummer, som inte går att logga in med.',
      mend: 'Ta bort raden. Invånaren nås med brev eller telefon.',
    },
    numberForm: {
      wrong: 'Personnumret har fel form.',
      mend: 'Skriv 10 eller 12 siffror, som 19121212-1212.',
    },
    numberDate: { wrong: 'Personnumrets datum finns inte.', mend: 'Kontrollera år, månad och dag.' },
    numberFuture: { wrong: 'Personnumrets datum har inte varit än.', mend: 'Kontrollera århundrade och år.' },
    numberCheckDigit: {
      wrong: 'Kontrollsiffran stämmer inte: någon siffra är felskriven.',
      mend: 'Jämför personnumret med journalen.',
    },
    nameMissing: { wrong: 'Namnet saknas.', mend: 'Skriv namnet.' },
    unknownWord: (column: string, accepted: readonly string[]) => ({
      wrong: `Ordet i kolumnen ${column} är okänt.`,
      mend: `Skriv ett av dessa: ${accepted.join(', ')}.`,
    }),
    newNumber: {
      wrong: 'Det nya personnumret stämmer inte.',
      mend: 'Skriv 10 eller 12 siffror, och jämför med journalen.',
    },
    newNumberIsOld: {
      wrong: 'Det nya personnumret är samma som det gamla.',
      mend: 'Låt kolumnen vara tom om numret inte är bytt.',
    },
    guardianUnnamed: {
      wrong: 'En vårdnadshavare saknar namn.',
      mend: 'Skriv namnet före parentesen.',
    },
    repeated: (line: number) => ({
      wrong: `Samma personnummer står redan på rad ${line}.`,
      mend: 'Ta bort den rad som inte ska gälla.',
    }),
    unreadable: {
      wrong: 'Raden går inte att läsa.',
      mend: 'Leta efter ett citattecken som inte har något par, och spara filen som CSV igen.',
    },
  },
} as const;
