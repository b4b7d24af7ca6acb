/** What the citizen reads. Plain words, and *du*. */
export const citizen = {
  inbox: 'Inkorg',
} as const;
