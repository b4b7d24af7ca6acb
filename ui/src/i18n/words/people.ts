/** *Vårdpersonal*: accounts, roles and passwords. */
export const people = {
  title: 'Vårdpersonal',
  lead: 'Var och en har ett eget konto. Rollen avgör vad man får se och göra.',
  add: 'Lägg till person',
  waiting: 'Hämtar vårdpersonalen …',

  columns: { name: 'Namn', username: 'Användarnamn', roles: 'Roller', status: 'Status', acts: 'Åtgärder' },
  active: 'Aktiv',
  inactive: 'Avstängd',
  actsFor: (name: string) => `Åtgärder för ${name}`,
  change: 'Ändra …',
  newPassword: 'Nytt lösenord …',
  deactivate: 'Stäng av kontot',
  activate: 'Aktivera kontot',
  deactivated: (name: string) => `${name} kan inte längre logga in.`,
  activated: (name: string) => `${name} kan logga in igen.`,

  roleHelp: {
    administrator: 'Sköter mallar, vårdpersonal, invånarregister och enhetens inställningar. Ser inga svar.',
    handler: 'Skickar ärenden och läser invånarnas svar och bilagor.',
    manager: 'Ser mallarna och godkänner dem, om enheten har bestämt att de ska godkännas. Ser inga svar.',
  },

  fields: {
    name: 'Namn',
    title: 'Titel',
    titleHelp: 'Till exempel Sjuksköterska.',
    username: 'Användarnamn',
    usernameHelp: 'Det personen skriver vid inloggningen. Det kan inte ändras senare.',
    roles: 'Roller',
    password: 'Lösenord',
    passwordRepeated: 'Lösenordet en gång till',
  },
  faults: {
    name: 'Skriv personens namn.',
    username: 'Skriv ett användarnamn.',
    usernameTaken: 'Användarnamnet finns redan. Välj ett annat.',
    roles: 'Välj minst en roll.',
  },

  adding: {
    title: 'Lägg till person',
    submit: 'Lägg till',
    passwordHelp:
      'Lämna lösenordet till personen på ett säkert sätt. Det kan bytas direkt efter inloggningen.',
    done: (name: string) => `${name} kan nu logga in.`,
  },
  changing: { title: 'Ändra uppgifter', done: (name: string) => `Uppgifterna om ${name} är sparade.` },
  replacing: {
    title: 'Nytt lösenord',
    lead: (name: string) =>
      `${name} loggar in med det nya lösenordet från och med nu. Det gamla slutar gälla. Är kontot spärrat efter för många försök öppnas det.`,
    submit: 'Byt lösenordet',
    done: (name: string) => `${name} har fått ett nytt lösenord.`,
  },
  own: {
    title: 'Byt lösenord',
    old: 'Nuvarande lösenord',
    oldMissing: 'Skriv ditt nuvarande lösenord.',
    oldWrong: 'Det nuvarande lösenordet stämmer inte.',
    new: 'Nytt lösenord',
    repeated: 'Det nya lösenordet en gång till',
    submit: 'Byt lösenord',
    done: 'Lösenordet är bytt. Använd det nya nästa gång du loggar in.',
  },
} as const;
