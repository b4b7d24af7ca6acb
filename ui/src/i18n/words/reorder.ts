/** Words for moving things: by pointer, by keyboard and by button. Places are counted from 1. */
export const reorder = {
  handle: (name: string) => `Flytta ${name}`,
  instructions:
    'Tryck mellanslag för att lyfta. Flytta med uppåtpil och nedåtpil. Tryck mellanslag för att släppa eller Escape för att avbryta.',
  paletteInstructions: 'Tryck Enter för att lägga till sist, eller dra till en plats i listan.',
  moveUp: (name: string) => `Flytta upp ${name}`,
  moveDown: (name: string) => `Flytta ned ${name}`,
  place: (place: number, of: number) => `nummer ${place} av ${of}`,
  lifted: (name: string, where: string) => `${name} lyft. Den är ${where}.`,
  over: (name: string, where: string) => `${name} blir ${where}.`,
  outside: (name: string) => `${name} är utanför listan.`,
  moved: (name: string, where: string) => `${name} flyttad. Den är nu ${where}.`,
  unmoved: (name: string, where: string) => `${name} ligger kvar som ${where}.`,
  cancelled: (name: string) => `Flytten avbröts. ${name} ligger kvar.`,
  paletteLifted: (name: string) => `${name} lyft. Dra till en plats i listan.`,
  inserted: (name: string, where: string) => `${name} tillagd som ${where}.`,
  notInserted: (name: string) => `${name} lades inte till.`,
} as const;
