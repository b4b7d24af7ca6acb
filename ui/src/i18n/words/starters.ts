/** Example templates, to begin a template with. */
export const starters = {
  choose: 'Börja med',
  chooseHelp:
    'En exempelmall är färdig så när som på det som bara ni vet. Väljer du en fylls namnet i, om du inte har skrivit ett eget.',
  empty: 'Tom mall',
  emptyHelp: 'Du skriver allt själv.',
  option: (name: string, marking: string) => `${name} ${marking}`,
  what: (whatFor: string, questions: number) =>
    questions === 0 ? whatFor : `${whatFor} ${questions} ${questions === 1 ? 'fråga' : 'frågor'}.`,
  heading: 'Exempelmallar att börja med',
  begin: (name: string) => `Börja med ”${name}”`,
} as const;
