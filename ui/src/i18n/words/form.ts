/** Words of the form and the message as the citizen reads them. The builder's preview and the send view show the same. */
export const form = {
  region: 'Frågor',
  allRequired: 'Alla frågor behöver ett svar.',
  mostRequired: 'Alla frågor behöver ett svar, om det inte står att de är frivilliga.',
  allOptional: 'Alla frågor är frivilliga.',
  yes: 'Ja',
  no: 'Nej',
  several: 'Du kan välja flera.',
  number: {
    inUnit: (unit: string) => `Svara i ${unit}.`,
    whole: 'Svara med ett heltal.',
    between: (min: string, max: string) => `Mellan ${min} och ${max}.`,
    least: (min: string) => `Minst ${min}.`,
    most: (max: string) => `Högst ${max}.`,
  },
  files: {
    limits: (files: number, size: string) =>
      `PDF eller bild (JPG, PNG, GIF, WebP, BMP eller TIFF). Högst ${size} per fil. ${files === 1 ? 'Högst 1 fil.' : `Högst ${files} filer.`}`,
    notInPreview: 'I förhandsgranskningen går det inte att välja filer.',
  },
  /** After a question's text: "Har du ont? Välj ett svar." */
  faultOf: (question: string, fault: string) => `${question}${/[?!.:]$/.test(question) ? '' : ':'} ${fault}`,
  faults: {
    missing: {
      longText: 'Skriv ett svar.',
      shortText: 'Skriv ett svar.',
      yesNo: 'Välj ja eller nej.',
      singleChoice: 'Välj ett alternativ.',
      scale: 'Välj ett steg.',
      multipleChoice: 'Välj minst ett alternativ.',
      number: 'Skriv ett tal.',
      date: 'Skriv ett datum.',
      confirmation: 'Kryssa i rutan för att bekräfta.',
      attachment: 'Bifoga minst en fil.',
      information: 'Svaret saknas.',
    },
    tooLong: (max: number) => `Korta svaret till högst ${max} tecken.`,
    notANumber: 'Skriv talet med siffror, till exempel 37,5.',
    wholeNumber: 'Skriv ett heltal, utan decimaler.',
    tooManyDecimals: (decimals: number) =>
      decimals === 1 ? 'Skriv talet med högst en decimal.' : `Skriv talet med högst ${decimals} decimaler.`,
    tooSmall: (min: string) => `Talet ska vara minst ${min}.`,
    tooLarge: (max: string) => `Talet ska vara högst ${max}.`,
    notADate: 'Skriv ett datum som finns, som ÅÅÅÅ-MM-DD.',
    tooManyFiles: (max: number) =>
      max === 1 ? 'Ta bort filer tills en är kvar.' : `Ta bort filer tills högst ${max} är kvar.`,
    wrongKind: 'Svaret passar inte frågan. Svara på den igen.',
  },
  message: {
    sender: 'Avsändare',
    hsaId: (id: string) => `HSA-id ${id}`,
    sent: (when: string) => `Skickat ${when}`,
    purpose: 'Varför du får detta meddelande',
    text: 'Meddelande',
    answerUse: 'Så används dina svar',
    contact: 'Frågor? Vänd dig hit',
    noAnswer: 'Det här meddelandet är information. Det går inte att svara på det.',
  },
  answers: {
    heading: 'Dina svar',
    none: 'Inget svar',
    step: (step: string, of: number) => `${step} av ${of}`,
    confirmed: 'Bekräftat',
  },
} as const;
