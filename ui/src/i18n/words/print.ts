/** A template as a PDF. */
export const print = {
  act: 'Spara som PDF …',
  actFor: (what: string) => `Spara som PDF: ${what}`,
  title: 'Spara mallen som PDF',
  lead: 'PDF:en visar allt som invånaren läser och varje fråga med inställningar och villkor. Den går att läsa med skärmläsare.',
  side: 'Vad ska sparas?',
  withInstruction: 'Ta med instruktionen till ärendehanteraren',
  withInstructionHelp: 'Instruktionen är bara för personalen. Ta inte med den om PDF:en ska visas för andra.',
  save: 'Välj plats och spara …',
  saved: (name: string) => `Mallen ”${name}” är sparad som PDF.`,
} as const;
