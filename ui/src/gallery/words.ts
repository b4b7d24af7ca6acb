/** Words of the gallery only: example texts to look at. Nothing here is part of the product. */
export const words = {
  person: 'Tolvan Tolvansson',
  unit: 'Exempelmottagningen',
  handler: 'Vera Exempel',
} as const;
