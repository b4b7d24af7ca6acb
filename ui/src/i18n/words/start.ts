/** Before work can begin: opening the store, the first run, signing in and the lock. */
export const start = {
  tagline: 'Från mall till svar och gallring, på en och samma arbetsplats.',
  version: (version: string) => `Version ${version}`,
  opening: 'Öppnar databasen …',
  noContactTitle: 'Ingen kontakt med programmet',
  openingTitle: 'Budkavle startar',
  stillSo: 'Hindret är kvar. Inget har ändrats.',
  whatToDo: 'Så går du vidare',

  problems: {
    noKeyring: {
      title: 'Datorn har ingen nyckelring',
      what: 'Budkavle krypterar allt på disken och förvarar nyckeln i datorns nyckelring. Någon sådan går inte att nå här, så inget har öppnats eller sparats.',
      todo: [
        'Logga ut från datorn och in igen: nyckelringen öppnas oftast vid inloggningen.',
        'Hjälper det inte, be den som sköter datorn att installera en nyckelring (i Linux till exempel GNOME Keyring eller KWallet).',
      ],
    },
    keyringLocked: {
      title: 'Datorns nyckelring är låst',
      what: 'Nyckeln till databasen ligger i datorns nyckelring. Så länge den är låst kan ingenting läsas.',
      todo: ['Lås upp nyckelringen, ofta med samma lösenord som till datorn.', 'Välj sedan Försök igen.'],
    },
    keyMissing: {
      title: 'Nyckeln till databasen finns inte i nyckelringen',
      what: 'Databasen finns kvar på disken men nyckeln som öppnar den saknas. Budkavle gör aldrig en ny nyckel över en databas som finns: då skulle innehållet vara förlorat.',
      todo: [
        'Kontrollera att du är inloggad på datorn med samma konto som förra gången.',
        'Har nyckelringen bytts ut, be den som sköter datorn att återställa den från säkerhetskopia.',
      ],
    },
    keyMismatch: {
      title: 'Nyckeln passar inte databasen',
      what: 'Nyckelringen har en nyckel, men den hör till en annan databas. Ingenting har ändrats på disken.',
      todo: [
        'Har databasen flyttats eller återställts, behöver rätt nyckel återställas med den.',
        'Kontakta den som sköter datorn. Ta inte bort några filer.',
      ],
    },
    passphraseNeeded: {
      title: 'Öppna databasen med lösenfrasen',
      what: 'Den här databasen är krypterad med en lösenfras som valdes när den skapades.',
      todo: [],
    },
    storeNewer: {
      title: 'Databasen är från en nyare version',
      what: 'En nyare version av Budkavle har använt databasen. Den här versionen rör den inte, så att inget skadas.',
      todo: ['Installera den senaste versionen av Budkavle på datorn och starta den i stället.'],
    },
    storeDamaged: {
      title: 'Databasen är skadad',
      what: 'Innehållet går inte att läsa som det ska, så Budkavle öppnar det inte. Filerna ligger kvar orörda.',
      todo: [
        'Kontakta den som sköter datorn och återställ från säkerhetskopia.',
        'Inför varje uppgradering sparas en kopia av databasen i samma mapp.',
      ],
    },
    profileInUse: {
      title: 'Budkavle är redan igång',
      what: 'Ett annat fönster, eller ett annat konto på datorn, har databasen öppen. Bara ett program i taget kan använda den.',
      todo: ['Använd det fönster som är öppet, eller stäng det.', 'Välj sedan Försök igen.'],
    },
    policyUnusable: {
      title: 'Organisationens regler för datorn går inte att läsa',
      what: 'Budkavle öppnar inget förrän det är känt vad organisationen tillåter. Inget har ändrats.',
      todo: [
        'Be IT rätta filerna i mappen policy.d. Vilken fil det gäller står i loggen.',
        'Stäng sedan Budkavle och starta om.',
      ],
    },
    profileUnusable: {
      title: 'Mappen för databasen går inte att använda',
      what: 'Budkavle får inte skapa eller skriva filer där databasen ska ligga.',
      todo: [
        'Kontrollera att disken inte är full och att ditt konto får skriva i mappen.',
        'Välj sedan Försök igen, eller kontakta den som sköter datorn.',
      ],
    },
  },

  inMemory: {
    title: 'Fortsätt utan att spara',
    help: 'Allt du gör finns bara i datorns minne och försvinner när Budkavle stängs. Det som redan ligger på disken rörs inte. Bra för att prova, inte för riktiga ärenden.',
  },

  passphrase: {
    unlockLabel: 'Lösenfras',
    unlock: 'Öppna databasen',
    lost: 'Lösenfrasen finns inte sparad någonstans. Har den gått förlorad kan databasen inte öppnas.',
    createTitle: 'Skydda databasen med en lösenfras',
    createHelp:
      'Utan nyckelring kan databasen krypteras med en lösenfras som du skriver varje gång Budkavle startar.',
    createWarning: 'Skriv ner den och förvara den säkert. Tappas den bort kan ingen öppna databasen.',
    createLabel: 'Ny lösenfras',
    repeated: 'Lösenfrasen en gång till',
    create: 'Skapa databasen',
    missing: 'Skriv lösenfrasen.',
  },

  signIn: {
    title: 'Logga in',
    username: 'Användarnamn',
    password: 'Lösenord',
    submit: 'Logga in',
    usernameMissing: 'Skriv ditt användarnamn.',
    passwordMissing: 'Skriv ditt lösenord.',
    forgotten: 'Har du glömt lösenordet? En lokal administratör på enheten kan ge dig ett nytt.',
    exampleTitle: 'Prova med ett exempelkonto',
    exampleHelp: 'Invånarna, ärendena och kontona här är påhittade.',
    as: (name: string) => `Fortsätt som ${name}`,
    ownAccount: 'Eller logga in med användarnamn',
  },

  lock: {
    title: 'Låst',
    lead: (name: string) => `Inloggad: ${name}`,
    why: 'Budkavle låser sig när arbetsplatsen lämnas. Sparade utkast finns kvar.',
    password: 'Lösenord',
    submit: 'Lås upp',
    wrong: 'Lösenordet stämmer inte. Kontrollera stora och små bokstäver och försök igen.',
    signOut: 'Logga ut i stället',
  },

  wait: {
    title: 'För många försök med fel lösenord',
    left: (seconds: number) =>
      seconds === 1 ? 'Du kan försöka igen om 1 sekund.' : `Du kan försöka igen om ${seconds} sekunder.`,
    over: 'Nu kan du försöka igen.',
  },

  firstRun: {
    progress: 'Stegen',
    done: 'klart',
    steps: { unit: 'Mottagningen', person: 'Första administratören', summary: 'Klart' },
    unit: {
      title: 'Din mottagning',
      lead: 'Uppgifterna står i varje meddelande, så att invånaren ser vem som skriver och vart frågor ställs.',
      name: 'Mottagningens namn',
      nameHelp: 'Som invånaren känner den, till exempel Kungsholmens vårdcentral.',
      hsaId: 'Enhetens HSA-id',
      hsaIdHelp: 'Finns i HSA-katalogen. Exempel: SE2321000016-1AB2. Det kan inte ändras senare.',
      contact: 'Kontakt för frågor',
      contactHelp:
        'Vart en invånare vänder sig. Föreslås i varje ny mall. Till exempel telefonnummer och tider.',
      nameMissing: 'Skriv mottagningens namn.',
      contactMissing: 'Skriv vart invånaren vänder sig med frågor.',
    },
    hsaIdProblem: {
      empty: 'Skriv enhetens HSA-id.',
      form: 'HSA-id ska vara SE, tio siffror, ett bindestreck och sedan bokstäver eller siffror, som SE2321000016-1AB2.',
      checkDigit:
        'Organisationsnumret i HSA-id stämmer inte: någon av de tio siffrorna efter SE är fel. Jämför med katalogen.',
    },
    person: {
      title: 'Den första administratören',
      lead: 'Det är ditt personliga konto. Du blir både lokal administratör och ärendehanterare, och kan lägga till fler sedan.',
      name: 'Namn',
      jobTitle: 'Titel',
      jobTitleHelp: 'Till exempel Sjuksköterska eller Verksamhetsutvecklare.',
      username: 'Användarnamn',
      usernameHelp: 'Det du skriver när du loggar in.',
      password: 'Lösenord',
      repeated: 'Lösenordet en gång till',
      nameMissing: 'Skriv ditt namn.',
      usernameMissing: 'Skriv ett användarnamn.',
    },
    summary: {
      title: 'Stämmer det här?',
      lead: 'Mottagningen skapas och du loggas in. Namn och kontakt kan ändras efteråt, HSA-id kan det inte.',
      unit: 'Mottagningen',
      person: 'Första administratören',
      change: 'Ändra',
      changeUnit: 'Ändra uppgifter om mottagningen',
      changePerson: 'Ändra uppgifter om administratören',
      password: 'Lösenord',
      passwordChosen: 'Valt',
      notGiven: 'Inte angivet',
      submit: 'Skapa mottagningen',
      next: 'Sedan: läs in invånarna, lägg till vårdpersonal och bygg den första mallen.',
    },
    created: 'Mottagningen är skapad. Välkommen!',
  },
} as const;
