/** Finding one template among many. */
export const library = {
  hit: (text: string) => `”${text}”`,
  favourite: {
    on: (name: string) => `Gör ${name} till favorit`,
    off: (name: string) => `Ta bort ${name} från favoriterna`,
    mark: 'Favorit',
  },
  category: 'Kategori',
  allCategories: 'Alla kategorier',
  noCategory: 'Utan kategori',
  used: (sent: number, last: string) => `Använd ${sent} ${sent === 1 ? 'gång' : 'gånger'}, senast ${last}`,
  actsFor: (name: string) => `Åtgärder för ${name}`,
  acts: 'Åtgärder',
  organiseAct: 'Kategori och etiketter …',
  archiveAct: 'Arkivera',
  restoreAct: 'Återställ',
  exportAct: 'Spara som FHIR …',
  usage: {
    title: 'Vem har använt mallen',
    titleOf: (name: string) => `Vem har använt ${name}`,
    act: 'Vem har använt mallen …',
    none: 'Ingen har skickat mallen än.',
    columns: { name: 'Namn', lately: 'Senaste 12 månaderna', sent: 'Totalt', last: 'Senast' },
    sum: (people: number, lately: number, sent: number, since: string) =>
      `${people === 1 ? 'En person' : `${people} personer`} har skickat mallen ${sent} ${sent === 1 ? 'gång' : 'gånger'}, ${lately} sedan ${since}. Uppgifterna syns för lokala administratörer och verksamhetschefer, och säger inget om någon invånare.`,
  },
  organise: {
    title: 'Kategori och etiketter',
    lead: 'De hjälper er att hitta bland mallarna. Invånaren ser dem aldrig, och mallen behöver inte publiceras om.',
    category: 'Kategori',
    categoryHelp: 'Till exempel Inför besök.',
    known: 'Kategorier som redan finns',
    tags: 'Etiketter',
    tagsHelp: 'Skriv dem med komma emellan, till exempel diabetes, årskontroll.',
    done: (name: string) => `”${name}” är sorterad.`,
  },
} as const;
