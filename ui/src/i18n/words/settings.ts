/** *Enhet*: who the unit is and what it has decided. */
export const settings = {
  title: 'Enhet',
  lead: 'Vem mottagningen är för invånaren, var kopior får sparas och hur länge bilagor finns kvar.',
  waiting: 'Hämtar enhetens inställningar …',

  about: 'Om mottagningen',
  name: 'Mottagningens namn',
  nameHelp: 'Står som avsändare i varje meddelande.',
  hsaId: 'HSA-id',
  hsaIdHelp: 'Enheten i den nationella katalogen. Det sattes när enheten lades upp och kan inte ändras.',
  contact: 'Kontakt för frågor',
  contactHelp: 'Föreslås i varje ny mall. Mallar som redan finns ändras inte.',

  hours: 'timmar',
  asDays: (hours: number) => {
    const days = Math.floor(hours / 24);
    const rest = hours % 24;
    const parts = [days > 0 ? `${days} dygn` : '', rest > 0 ? `${rest} tim` : ''].filter(Boolean);
    return `= ${parts.join(' och ')}`;
  },

  templates: 'Mallar',
  approval: 'Verksamhetschefen godkänner mallar innan de kan skickas',
  approvalHelp:
    'Den som bygger en mall skickar den för godkännande i stället för att publicera den. Någon måste ha rollen Verksamhetschef.',

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
    folder: 'Välj en mapp.',
    folderUnusable: 'Mappen går inte att använda. Kontrollera att den finns och att du får skriva i den.',
  },

  retention: {
    title: 'Gallringsbeslut',
    lead: 'Enhetens egna beslut om hur länge bilagor och kopior finns kvar. Ett beslut ändras aldrig: det följs av ett nytt, och det gamla gäller det som det redan gällde.',
    waiting: 'Hämtar besluten …',
    caption: 'Gallringsbeslut, det senaste först',
    columns: { name: 'Beslut', kind: 'Gäller', hours: 'Tid', decided: 'Beslutat', valid: 'Gäller från' },
    kinds: {
      submitted: { word: 'Bilaga i svar', start: 'från att svaret kom in' },
      unsent: { word: 'Bilaga som inte skickades in', start: 'från att den laddades upp' },
      copy: { word: 'Tillfällig kopia', start: 'högst, från att kopian gjordes' },
    },
    hoursOf: (hours: number) => (hours === 1 ? '1 timme' : `${hours} timmar`),
    inForce: 'Gäller nu',
    upcoming: 'Gäller senare',
    earlier: 'Tidigare',
    byNobody: 'Från början',
    applied: 'Gäller också det som fanns kvar då',
    make: 'Fatta nytt beslut',
    dialog: 'Nytt gallringsbeslut',
    name: 'Beslutets namn',
    nameHelp: 'Gärna med diarienummer, så att det går att hitta i enhetens handlingar.',
    kind: 'Vad gäller beslutet?',
    hours: 'Gallras efter',
    hoursHelp: (most: number) => `1–${most} timmar.`,
    byPolicy: 'Styrs av din organisation',
    from: 'Gäller från',
    fromHelp: 'ÅÅÅÅ-MM-DD. Tomt fält: från och med nu.',
    apply: 'Gäller också det som redan finns kvar',
    applyHelp: 'Det som då får kortare tid gallras tidigare. Ingenting får längre tid.',
    preview: 'Visa vad som händer',
    adopt: 'Fatta beslutet',
    back: 'Ändra förslaget',
    adopted: 'Gallringsbeslutet är fattat.',
    nothing: 'Inget av det som finns kvar påverkas.',
    affected: (count: number) =>
      count === 1 ? 'En sak gallras tidigare än i dag.' : `${count} saker gallras tidigare än i dag.`,
    atOnce: (count: number) =>
      count === 1 ? 'En av dem gallras genast.' : `${count} av dem gallras genast.`,
    extended: (count: number) =>
      count === 1
        ? 'En bilaga behåller sin tid, därför att någon har förlängt den med en anledning.'
        : `${count} bilagor behåller sin tid, därför att någon har förlängt dem med en anledning.`,
    affectedCaption: 'Det som gallras tidigare',
    affectedColumns: { what: 'Vad', before: 'I dag', after: 'Efter beslutet' },
    faults: {
      name: 'Skriv vad beslutet heter.',
      hours: (most: number) => `Skriv ett helt antal timmar, 1–${most}.`,
      from: 'Skriv ett datum efter i dag och inom ett år, eller lämna fältet tomt.',
    },
  },
} as const;
