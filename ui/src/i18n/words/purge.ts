/** *Gallring*: what is kept until when, and the receipts of what is gone. */
export const purge = {
  title: 'Gallring',
  lead: 'Bilagor och tillfälliga kopior förstörs när deras tid är ute, också sådant som förföll medan Budkavle var stängt. Varje gallring lämnar ett kvitto.',
  waiting: 'Hämtar gallringen …',

  kept: 'Finns kvar',
  keptCaption: 'Det som finns kvar, med nästa gallring först',
  keptColumns: { what: 'Vad', size: 'Storlek', expires: 'Gallras', caseLink: 'Ärende' },
  attachment: 'Bilaga',
  copy: 'Tillfällig kopia',
  openCase: 'Öppna ärendet',
  overdue: 'nu',
  noneKept: {
    title: 'Inget väntar på gallring',
    text: 'Här visas bilagor från invånare och kopior som någon sparat.',
  },

  receipts: 'Kvitton',
  receiptsLead: 'De 100 senaste. Numren följer på varandra, så att ett kvitto som saknas märks.',
  receiptsCaption: 'Kvitton på det som gallrats, senaste först',
  receiptColumns: {
    seq: 'Nr',
    what: 'Vad',
    deadline: 'Skulle gallras',
    purgedAt: 'Gallrades',
    trigger: 'Varför',
    outcome: 'Utfall',
  },
  noReceipts: { title: 'Inga kvitton än', text: 'Det första kommer när något gallrats.' },

  kinds: { sealed: 'Bilaga', copy: 'Tillfällig kopia' },
  triggers: {
    timer: 'Tiden var ute',
    start: 'Tiden var ute när Budkavle startade',
    scheduled: 'Schemalagd gallring',
    person: 'Gallrad för hand',
  },
  outcomes: {
    removed: { word: 'Förstörd', help: null },
    not_found_at_recorded_place: {
      word: 'Fanns inte på sin plats',
      help: 'Någon har flyttat eller tagit bort kopian. Den kan finnas någon annanstans.',
    },
    content_changed: {
      word: 'Innehållet var ändrat',
      help: 'Något annat låg på kopians plats. Det är borttaget.',
    },
  },
} as const;
