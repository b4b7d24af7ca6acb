/** What the citizen reads. Plain words, and *du*. */
export const citizen = {
  inbox: 'Inkorg',
  skip: 'Hoppa till innehållet',
  example: 'Exempeldata: personerna och meddelandena är påhittade.',
  signedInAs: (name: string) => `Inloggad som ${name}`,
  signOut: 'Logga ut',

  /** In the window's title. Never anything about a person, a unit or a matter. */
  titles: {
    signIn: 'Logga in – Inkorg',
    inbox: 'Inkorg',
    letter: 'Meddelande – Inkorg',
    receipt: 'Svaret är skickat – Inkorg',
  },

  signIn: {
    heading: 'Logga in i inkorgen',
    test: 'Testinloggning',
    testWords: 'Här loggar du in utan e-legitimation, för att prova. Använd bara påhittade personer.',
    choose: 'Välj en exempelperson',
    as: (name: string) => `Logga in som ${name}`,
    orType: 'Eller skriv ett personnummer',
    number: 'Personnummer',
    numberHelp: 'ÅÅÅÅMMDD-NNNN',
    submit: 'Logga in',
  },

  ended: {
    title: 'Du har loggats ut',
    words: 'Inkorgen stängs när den inte har använts på en stund.',
    kept: 'Det du skrev finns kvar här så länge du inte stänger sidan. Logga in igen så kan du fortsätta.',
  },

  list: {
    empty: 'Du har inga meddelanden',
    emptyWords: 'När mottagningen skickar ett meddelande till dig visas det här.',
    unreadCount: (count: number) =>
      count === 0
        ? 'Inga olästa meddelanden'
        : count === 1
          ? '1 oläst meddelande'
          : `${count} olästa meddelanden`,
    label: 'Meddelanden',
    unread: 'Oläst',
    answered: (when: string) => `Du svarade ${when}`,
    closed: 'Avslutat, går inte att besvara',
    awaiting: 'Väntar på ditt svar',
    information: 'Information',
  },

  letter: {
    language: 'Språk',
    swedish: 'Svenska',
    back: 'Till inkorgen',
    form: 'Ditt svar',
    send: 'Skicka svar',
    sending: 'Svaret skickas',
    sendsTo: (unit: string) => `Svaret går till ${unit}. Du kan inte ändra det när det är skickat.`,
    closed: (when: string) => `Mottagningen avslutade ärendet ${when}.`,
    closedTodo: 'Det går inte längre att svara här. Kontakta mottagningen om du har något att berätta.',
    noAnswer: 'Det här meddelandet är information. Det går inte att svara på det.',
    answered: (when: string, unit: string) => `Du svarade ${when}. Svaret finns hos ${unit}.`,
  },

  receipt: {
    heading: 'Tack för ditt svar',
    words: (when: string, unit: string) => `Ditt svar är skickat ${when} till ${unit}.`,
    later: 'Du hittar meddelandet och ditt svar i inkorgen.',
  },

  files: {
    underWay: 'Vänta tills filen har skickats, eller ta bort den.',
    notReceived: 'En fil har inte tagits emot. Försök igen eller ta bort den.',
    cancelled: 'Du avbröt filen.',
    refusals: {
      empty: 'Filen är tom. Kontrollera att det är rätt fil och välj den igen.',
      tooLarge: (most: string) =>
        `Filen är för stor. Den får vara högst ${most}. Ta en ny bild med lägre upplösning eller dela upp dokumentet.`,
      unknownKind:
        'Filen är varken en PDF eller en bild som kan visas. Spara den som PDF eller JPG, eller ta en skärmbild, och välj den igen.',
      heic: 'Bilden är i telefonens eget format (HEIC) och kan inte visas här. Skicka den som JPG: dela bilden från telefonen, eller ta en skärmbild av den, och välj den igen.',
      officeOrArchive:
        'Filen är ett dokument från ett ordbehandlings- eller kalkylprogram, eller en komprimerad mapp. Spara den som PDF och välj den igen.',
      onlyImages: 'Frågan tar bara emot bilder. Ta en bild eller en skärmbild och välj den i stället.',
      onlyPdf: 'Frågan tar bara emot PDF. Spara filen som PDF och välj den igen.',
      tooMany:
        'Det finns redan så många filer som får plats. Ta bort en om du vill skicka den här i stället.',
      notAsked: 'Frågan tar inte emot filer. Ladda om sidan och försök igen.',
      noRoom:
        'Mottagningen kan inte ta emot fler filer just nu. Ingenting av filen har sparats. Försök igen i morgon, eller skicka svaret utan filen och kontakta mottagningen.',
      diskFull:
        'Filen kunde inte sparas, för det är fullt hos mottagningen. Ingenting av den har sparats. Försök igen senare, eller skicka svaret utan filen och kontakta mottagningen.',
    },
    interrupted: 'Filen kom inte fram. Försök igen.',
  },

  /** What is wrong with a number, and how to right it. */
  number: {
    empty: 'Skriv ditt personnummer.',
    reserve: 'Med ett reservnummer går det inte att logga in. Ring mottagningen.',
    form: 'Skriv 10 eller 12 siffror.',
    date: 'Kontrollera födelsedatumet i personnumret.',
    future: 'Kontrollera året i personnumret.',
    checkDigit: 'Kontrollera siffrorna. Någon av dem är fel.',
  },

  failures: {
    notSignedIn: { title: 'Du är inte inloggad.', todo: 'Logga in och försök igen.' },
    unknownCitizen: {
      title: 'Det finns ingen med det personnumret här.',
      todo: 'Kontrollera numret, eller ring mottagningen.',
    },
    invalidNumber: { title: 'Personnumret stämmer inte.', todo: 'Kontrollera siffrorna.' },
    letterNotFound: {
      title: 'Meddelandet finns inte i din inkorg.',
      todo: 'Gå till inkorgen för att se dina meddelanden.',
    },
    letterClosed: {
      title: 'Mottagningen har avslutat ärendet. Svaret är inte skickat.',
      todo: 'Kontakta mottagningen om det du ville svara. Hur står i meddelandet.',
    },
    alreadyAnswered: {
      title: 'Du har redan svarat på meddelandet.',
      todo: 'Ladda om sidan för att se ditt svar. Ring mottagningen om något ska ändras.',
    },
    notAnswerable: {
      title: 'Det går inte att svara på meddelandet.',
      todo: 'Använd kontaktvägen i meddelandet om du har frågor.',
    },
    answersRefused: { title: 'Något i svaret behöver rättas.', todo: 'Se vad det är vid varje fråga.' },
    fileRefused: { title: 'Filen togs inte emot.', todo: 'Välj en annan fil.' },
    interrupted: { title: 'Det kom inte fram.', todo: 'Försök igen.' },
    unavailable: {
      title: 'Inkorgen är stängd just nu.',
      todo: 'Försök igen om en stund. Det du har skrivit finns kvar på sidan.',
    },
    unexpected: { title: 'Något gick fel hos oss.', todo: 'Försök igen om en stund.' },
    forged: { title: 'Sidan har blivit gammal.', todo: 'Ladda om sidan och försök igen.' },
    malformed: { title: 'Något gick fel hos oss.', todo: 'Ladda om sidan och försök igen.' },
    noSuchAddress: { title: 'Sidan finns inte.', todo: 'Gå till inkorgen.' },
    tooManyAttempts: { title: 'Det har blivit för många försök.', todo: 'Vänta och försök sedan igen.' },
    noContact: {
      title: 'Det går inte att nå inkorgen.',
      todo: 'Försök igen om en stund. Det du har skrivit finns kvar på sidan.',
    },
  },
  waitMinutes: (minutes: number) => (minutes === 1 ? 'Vänta en minut.' : `Vänta ${minutes} minuter.`),
  reference: (reference: string) => `Referens: ${reference}.`,
} as const;
