/** Words for moving things: by pointer, by keyboard and by button. Places are counted from 1. */
export const reorder = {
  handle: (name: string) => `Flytta ${name}`,
  instructions:
    'Tryck mellanslag för att lyfta. Flytta med uppåtpil och nedåtpil. Tryck mellanslag för att släppa eller Escape för att avbryta.',
  paletteInstructions: 'Tryck Enter för att lägga till sist, eller dra till en plats i listan.',
  moveUp: (name: string) => `Flytta upp ${name}`,
  moveDown: (name: string) => `Flytta ned ${name}`,
  lifted: (name: string, place: number, of: number) => `${name} lyft. Plats ${place} av ${of}.`,
  over: (name: string, place: number, of: number) => `${name}, plats ${place} av ${of}.`,
  outside: (name: string) => `${name} är utanför listan.`,
  moved: (name: string, place: number, of: number) => `${name} flyttad till plats ${place} av ${of}.`,
  unmoved: (name: string, place: number, of: number) => `${name} ligger kvar på plats ${place} av ${of}.`,
  cancelled: (name: string) => `Flytten avbröts. ${name} ligger kvar.`,
  paletteLifted: (name: string) => `${name} lyft. Dra till en plats i listan.`,
  inserted: (name: string, place: number, of: number) => `${name} tillagd på plats ${place} av ${of}.`,
  notInserted: (name: string) => `${name} lades inte till.`,
} as const;
