/** Words of the buttons that write marks in a text. */
export const markup = {
  toolbar: 'Formatering',
  tools: {
    bold: 'Fet (Ctrl+B)',
    italic: 'Kursiv (Ctrl+I)',
    bullets: 'Punktlista',
    numbers: 'Numrerad lista',
    link: 'Länk (Ctrl+K)',
  },
  link: {
    title: 'Lägg till länk',
    change: 'Ändra länk',
    words: 'Länkens text',
    wordsHelp: 'Skriv vart länken leder, till exempel ”Läs om järnbrist på 1177.se”.',
    noWords: 'Skriv vad länken ska heta.',
    address: 'Adress',
    addressHelp: 'En webbadress som börjar med https, ett telefonnummer eller en e-postadress.',
    noAddress:
      'Det går inte att länka till den adressen. Skriv en webbadress som börjar med https://, ett telefonnummer eller en e-postadress.',
    confirm: 'Infoga länk',
    remove: 'Ta bort länken',
  },
} as const;
