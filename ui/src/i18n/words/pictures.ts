import type { PictureFault } from '../../bindings';

/** Pictures in questions. */
export const pictures = {
  of: (name: string) => `Bild till ${name}`,
  add: 'Lägg till bild …',
  addFor: (name: string) => `Lägg till bild … – ${name}`,
  addHelp: 'Det går också att klistra in en bild på frågan, eller släppa en där.',
  change: 'Byt bild …',
  changeFor: (name: string) => `Byt bild … – ${name}`,
  remove: 'Ta bort bild',
  removeFor: (name: string) => `Ta bort bild – ${name}`,
  removed: (name: string) => `Bilden till ${name} är borttagen.`,
  added: (name: string) => `Bilden till ${name} är tillagd. Beskriv vad den visar.`,
  alt: 'Vad visar bilden?',
  altHelp:
    'Läses upp för den som inte ser bilden. Skriv det man behöver veta för att svara, i en eller två meningar. Börja inte med ”bild på”, och skriv av det som står i bilden.',
  decorative: 'Bara utsmyckning',
  decorativeHelp: 'Den som inte ser bilden missar inget. Då läses den inte upp.',
  firstOnly: 'Filen har flera bilder. Bara den första är med.',
  faults: {
    noPicture: 'Filen är ingen bild som går att använda. Välj en PNG, JPEG, WebP, GIF, BMP eller TIFF.',
    unknownVariety:
      'Bilden är av en sort som inte går att läsa. Spara den som PNG eller JPEG och välj den igen.',
    damaged:
      'Bilden är skadad eller inte hel. Öppna den i ett annat program, spara den på nytt och välj den igen.',
    tooLarge: 'Bilden är för stor eller för detaljrik. Minska den i ett annat program och välj den igen.',
    stopped:
      'Filen försökte göra något som inte är tillåtet och stoppades. Använd den inte, och säg till den som sköter Budkavle.',
    notConfined:
      'Bilder kan inte läsas in på den här datorn just nu. Starta om Budkavle. Hjälper det inte, säg till den som sköter Budkavle.',
  } satisfies Record<PictureFault, string>,
  tooBig: 'Filen är större än 20 MB. Minska bilden i ett annat program och välj den igen.',
  unreadable: 'Filen går inte att öppna. Kontrollera att den inte är flyttad och välj den igen.',
} as const;
