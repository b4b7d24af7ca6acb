/** A template in other languages. */
export const languages = {
  open: 'Språk',
  close: 'Till mallen',
  title: 'Språk',
  lead: 'Invånaren kan välja bland de språk där alla texter är översatta och aktuella. Det ärendehanteraren skriver översätts inte, och svaret läser du på svenska.',
  none: 'Mallen finns bara på svenska',
  noneHelp:
    'Lägg till ett språk. Texterna kan du skriva här, eller spara som CSV och skicka till en översättare.',
  choose: 'Språk att översätta till',
  another: 'Nytt språk',
  add: 'Lägg till',
  anotherHelp: 'Språket erbjuds invånaren först när det är helt översatt.',
  remove: (language: string) => `Ta bort ${language.toLowerCase()}`,
  removed: (language: string) => `${language} är borttaget.`,
  swedish: 'Svenska',
  counts: (count: number, missing: number, outdated: number) => {
    if (missing + outdated === 0) return `Alla ${count} texter är översatta. Språket erbjuds invånaren.`;
    const lacks = [
      ...(missing > 0 ? [missing === 1 ? 'en saknas' : `${missing} saknas`] : []),
      ...(outdated > 0 ? [outdated === 1 ? 'en är inaktuell' : `${outdated} är inaktuella`] : []),
    ];
    return `Av ${count} texter: ${lacks.join(' och ')}. Språket erbjuds inte invånaren än.`;
  },
  only: 'Visa bara det som saknas eller är inaktuellt',
  nothingLeft: 'Inget saknas och inget är inaktuellt.',
  next: 'Nästa som saknas',
  nextHelp: 'Alt+N går till nästa text som saknas eller är inaktuell.',
  states: { current: 'Översatt', missing: 'Saknas', outdated: 'Inaktuell' },
  wasOf: 'Översättningen gjordes av:',
  stillRight: 'Översättningen stämmer fortfarande',
  stillRightOf: (place: string) => `Översättningen av ${place} stämmer fortfarande`,
  field: (language: string, place: string) => `${language}: ${place}`,
  places: {
    name: 'Namn',
    purpose: 'Syfte',
    answerUse: 'Hur svaren används',
    contact: 'Frågor till',
    yes: 'Svaret Ja',
    no: 'Svaret Nej',
    part: (at: number) => `Textstycke ${at}`,
    option: (item: string, at: number) => `${item}, alternativ ${at}`,
    row: (item: string, at: number) => `${item}, rad ${at}`,
    of: {
      picture: (item: string) => `${item}, bildens beskrivning`,
      help: (item: string) => `${item}, hjälptext`,
      fault: (item: string) => `${item}, text när svaret är fel`,
      unit: (item: string) => `${item}, enhet`,
      low: (item: string) => `${item}, första steget`,
      high: (item: string) => `${item}, sista steget`,
      row: (item: string) => `${item}, vad en rad kallas`,
    },
  },
  compare: {
    language: {
      added: (language: string) => `Språket ${language.toLowerCase()} är tillagt`,
      removed: (language: string) => `Språket ${language.toLowerCase()} är borttaget`,
      moved: (language: string) => `Språket ${language.toLowerCase()} är flyttat`,
      changed: (language: string) => `Språket ${language.toLowerCase()} är ändrat`,
    },
    translated: (language: string, place: string) => `${language}: översättningen av ${place}`,
    gone: 'en text som inte finns kvar',
    of: 'Svenskan som den är en översättning av',
  },
  save: 'Spara som CSV…',
  saved: 'Texterna är sparade som CSV.',
  read: 'Läs in CSV…',
  file: {
    title: 'Läs in översättningar',
    label: 'Fil med översättningar',
    help: 'En CSV-fil med samma kolumner som den som sparas härifrån. Inget ändras förrän du sagt ja.',
    choose: 'Välj fil',
    chooseAnother: 'Välj en annan fil',
    drop: 'eller släpp den här',
    dropNow: 'Släpp filen för att läsa översättningarna ur den',
    checking: 'Granskar filen …',
    tooBig: 'Filen är större än 20 MB och kan inte vara översättningar.',
    unreadable:
      'Filen går inte att läsa. Den måste vara sparad som UTF-8, annars förloras bokstäver: välj ”CSV UTF-8” när du sparar i Excel.',
    refused: 'Filen går inte att läsa in. Inget har ändrats.',
    refusals: {
      columns: 'Den saknar kolumnen Nyckel eller Svenska. Utgå från filen som sparas med ”Spara som CSV”.',
      noLanguage:
        'Den har ingen kolumn med ett språk. Skriv språkets kod överst i kolumnen, till exempel ar för arabiska.',
      tooLong: 'Den har fler rader än någon mall har texter. Välj filen med den här mallens texter.',
      unreadable: 'Den är inte en hel CSV-fil. Spara den på nytt som ”CSV UTF-8” och läs in den igen.',
    },
    languages: (names: readonly string[]) => `Språk i filen: ${names.join(', ')}.`,
    adds: (names: readonly string[]) => `Läggs till i mallen: ${names.join(', ')}.`,
    taken: (count: number) =>
      count === 1 ? 'En översättning är ny eller ändrad.' : `${count} översättningar är nya eller ändrade.`,
    same: (count: number) => (count === 1 ? 'En finns redan.' : `${count} finns redan.`),
    outdated: (count: number) =>
      count === 1
        ? 'En är gjord av svenska som har ändrats sedan dess. Den läses in som inaktuell.'
        : `${count} är gjorda av svenska som har ändrats sedan dess. De läses in som inaktuella.`,
    marks: (count: number) =>
      count === 1
        ? 'En har andra länkar än svenskan, eller formatering som inte är avslutad. Granska den.'
        : `${count} har andra länkar än svenskan, eller formatering som inte är avslutad. Granska dem.`,
    unknown: (count: number) =>
      count === 1
        ? 'En rad hör inte till någon text i mallen och läses inte in.'
        : `${count} rader hör inte till någon text i mallen och läses inte in.`,
    tooLong: (count: number) =>
      count === 1
        ? 'En text är för lång och läses inte in.'
        : `${count} texter är för långa och läses inte in.`,
    ignored: (headings: readonly string[]) => `Kolumner som inte används: ${headings.join(', ')}.`,
    nothing: 'Mallen har redan allt som står i filen.',
    take: 'Läs in',
    done: (count: number) =>
      count === 1
        ? 'En översättning är inläst. Ångra med Ctrl+Z.'
        : `${count} översättningar är inlästa. Ångra med Ctrl+Z.`,
  },
} as const;
