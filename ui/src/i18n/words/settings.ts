/** *Enhet*: who the unit is and what it has decided. */
export const settings = {
  title: 'Enhet',
  lead: 'Vem mottagningen är för invånaren, och hur länge bilagor finns kvar.',
  waiting: 'Hämtar enhetens inställningar …',

  about: 'Om mottagningen',
  name: 'Mottagningens namn',
  nameHelp: 'Står som avsändare i varje meddelande.',
  hsaId: 'HSA-id',
  hsaIdHelp: 'Enheten i den nationella katalogen. Det sattes när enheten lades upp och kan inte ändras.',
  contact: 'Kontakt för frågor',
  contactHelp: 'Föreslås i varje ny mall. Mallar som redan finns ändras inte.',

  retention: 'Gallring',
  retentionLead:
    'Enhetens eget beslut. En bilaga förstörs när tiden är ute och går då inte att få tillbaka. Svaren på frågorna finns kvar i ärendet.',
  attachmentHours: 'Bilagor finns kvar',
  attachmentHoursHelp:
    'Räknas från att svaret kom. 1–720 timmar (30 dygn). Gäller svar som kommer efter ändringen.',
  copyHours: 'Tillfälliga kopior får finnas högst',
  copyHoursHelp: 'En kopia som någon sparat utanför Budkavle. 1–72 timmar.',
  hours: 'timmar',
  asDays: (hours: number) => {
    const days = Math.floor(hours / 24);
    const rest = hours % 24;
    const parts = [days > 0 ? `${days} dygn` : '', rest > 0 ? `${rest} tim` : ''].filter(Boolean);
    return `= ${parts.join(' och ')}`;
  },

  folder: 'Säker lagringsplats',
  folderLead:
    'Tillfälliga kopior får bara sparas i den här mappen eller under den. Välj en plats som bara enhetens personal kommer åt och som inte säkerhetskopieras.',
  folderLabel: 'Mapp',
  choose: 'Välj mapp …',
  governed: 'Styrs av din organisation:',

  unsaved: 'Du har ändringar som inte är sparade.',
  undo: 'Återställ',
  saved: 'Inställningarna är sparade.',
  faults: {
    name: 'Skriv mottagningens namn.',
    contact: 'Skriv vart invånaren vänder sig med frågor.',
    attachmentHours: 'Skriv ett helt antal timmar, 1–720.',
    copyHours: 'Skriv ett helt antal timmar, 1–72.',
    folder: 'Välj en mapp.',
    folderUnusable: 'Mappen går inte att använda. Kontrollera att den finns och att du får skriva i den.',
  },
} as const;
