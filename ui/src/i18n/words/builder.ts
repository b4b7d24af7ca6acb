import type { ItemKind, PublishProblem } from '../../bindings';

/** A problem may name which question, counted from 1, and which others lead to it. `why` is the rule behind it. */
interface ProblemWords {
  readonly text: string | ((at: number, way: string) => string);
  readonly why: string;
}

const guideline = 'Riktlinjen kräver det i varje meddelande till invånaren.';

const problems: Record<PublishProblem['problem'], ProblemWords> = {
  nameMissing: { text: 'Mallen har inget namn', why: 'Namnet är rubriken i invånarens inkorg.' },
  nameTooLong: { text: 'Namnet är längre än 100 tecken', why: 'Längre rubriker kapas i inkorgen.' },
  purposeMissing: { text: 'Syftet saknas', why: guideline },
  answerUseMissing: { text: 'Hur svaren används saknas', why: guideline },
  contactMissing: { text: 'Vart invånaren vänder sig med frågor saknas', why: guideline },
  bodyEmpty: {
    text: 'Meddelandet har ingen text',
    why: 'Skriv ett textstycke, eller lägg till en fritextruta.',
  },
  slotLabelMissing: {
    text: (at) => `Fritextrutan på plats ${at} säger inte vad som ska skrivas`,
    why: 'Ärendehanteraren behöver veta vad som hör hemma där.',
  },
  noQuestions: {
    text: 'Invånaren ska kunna svara, men det finns ingen fråga',
    why: 'Lägg till en fråga, eller välj att det är ett meddelande.',
  },
  itemTextMissing: {
    text: (at) => `Fråga ${at} har ingen text`,
    why: 'Invånaren behöver veta vad som ska besvaras.',
  },
  tooFewOptions: {
    text: (at) => `Fråga ${at} har färre än två alternativ`,
    why: 'Annars finns inget att välja mellan.',
  },
  optionTextMissing: {
    text: (at) => `Fråga ${at} har ett alternativ utan text`,
    why: 'Skriv alternativet eller ta bort det.',
  },
  optionsAlike: {
    text: (at) => `Fråga ${at} har två likadana alternativ`,
    why: 'Svaret går annars inte att tyda.',
  },
  numberLimits: {
    text: (at) => `Fråga ${at} har gränser som inte stämmer`,
    why: 'Gränserna ska vara tal, och det minsta inte större än det största.',
  },
  limit: {
    text: (at) => `Fråga ${at} har en gräns utanför det tillåtna`,
    why: 'Text får vara 1–10 000 tecken, bilagor 1–5 och en skala gå från 0 eller 1 till högst 10.',
  },
  conditionBroken: {
    text: (at) => `Fråga ${at} har ett villkor som inte är komplett`,
    why: 'Det frågar efter något som inte finns, eller saknar ett värde.',
  },
  conditionLooksAhead: {
    text: (at, way) => `Fråga ${at} visas beroende på fråga ${way}, som kommer efter`,
    why: 'Invånaren svarar uppifrån och ned.',
  },
  conditionCircle: {
    text: (at, way) => `Fråga ${at} beror på sig själv: ${way}`,
    why: 'Frågor som väntar på varandra visas aldrig.',
  },
  neverShown: {
    text: (at) => `Fråga ${at} kan aldrig visas`,
    why: 'Inga svar uppfyller villkoret.',
  },
};

/** Templates: the list and the builder. */
export const builder = {
  list: {
    title: 'Mallar för invånarärende',
    lead: 'Det här kan enhetens ärendehanterare skicka. Bara publicerade mallar går att välja.',
    create: 'Ny mall',
    search: 'Sök mall',
    show: 'Visa',
    filters: {
      current: 'Aktuella',
      draft: 'Utkast',
      published: 'Publicerade',
      archived: 'Arkiverade',
      all: 'Alla',
    },
    columns: { name: 'Namn', marking: 'Typ', status: 'Status', changed: 'Ändrad', acts: 'Gör' },
    archive: (name: string) => `Arkivera ${name}`,
    restore: (name: string) => `Återställ ${name}`,
    archived: (name: string) => `Mallen ”${name}” är arkiverad.`,
    restored: (name: string) => `Mallen ”${name}” är återställd.`,
    empty: 'Inga mallar än',
    emptyHelp: 'Börja med den fråga eller det besked som ni skickar oftast.',
    noMatch: 'Ingen mall stämmer',
    noMatchHelp: 'Ändra sökningen, eller visa alla mallar.',
    showAll: 'Visa alla',
    count: (count: number) => (count === 1 ? 'En mall' : `${count} mallar`),
  },
  create: {
    title: 'Ny mall',
    name: 'Mallens namn',
    advice:
      'Var specifik, så syns det i ärendelistan vad det gäller: ”Ordination järn” hellre än ”Ordination”. Invånaren ser namnet som rubrik.',
    missing: 'Skriv ett namn på mallen.',
    confirm: 'Skapa mall',
  },
  status: {
    draft: 'Utkast',
    published: (number: number) => `Publicerad v${number}`,
    archived: 'Arkiverad',
    draftBeside: 'utkast pågår',
  },
  tab: { list: 'Mallar', editor: 'Redigera mall' },
  unnamed: 'Mall utan namn',
  saving: 'Sparar …',
  saved: (time: string) => `Sparat ${time}`,
  unchanged: 'Allt är sparat',
  notSaved: 'Inte sparat',
  steps: {
    undo: (name: string | null) => (name === null ? 'Inget att ångra (Ctrl+Z)' : `Ångra: ${name} (Ctrl+Z)`),
    redo: (name: string | null) =>
      name === null ? 'Inget att göra om (Ctrl+Skift+Z)' : `Gör om: ${name} (Ctrl+Skift+Z)`,
    turned: {
      undo_edit: (name: string) => `Ångrat: ${name}.`,
      redo_edit: (name: string) => `Gjort om: ${name}.`,
    },
    names: {
      write: 'ändra text',
      allowAnswers: 'ändra om invånaren kan svara',
      addPart: 'lägg till i meddelandet',
      changePart: 'ändra i meddelandet',
      movePart: 'flytta i meddelandet',
      removePart: 'ta bort ur meddelandet',
      addItem: 'lägg till fråga',
      changeItem: 'ändra fråga',
      moveItem: 'flytta fråga',
      removeItem: 'ta bort fråga',
      addOption: 'lägg till alternativ',
      writeOption: 'ändra alternativ',
      moveOption: 'flytta alternativ',
      removeOption: 'ta bort alternativ',
      setCondition: 'ändra villkor',
      several: 'flera ändringar på en gång',
      replace: 'byt ut hela mallen',
    },
  },
  publish: 'Publicera',
  showPreview: 'Förhandsgranska',
  hidePreview: 'Redigera',
  elsewhere: {
    title: 'Mallen har ändrats i ett annat fönster.',
    text: 'Det du skrivit sedan dess är inte sparat, och inget är överskrivet. Kopiera det du vill behålla och hämta sedan den sparade versionen.',
    fetch: 'Hämta den sparade versionen',
  },
  settings: {
    heading: 'Om mallen',
    name: 'Mallens namn',
    nameHelp: 'Rubriken som invånaren ser. Var specifik: ”Ordination järn” hellre än ”Ordination”.',
    instruction: 'Instruktion till ärendehanteraren',
    instructionHelp: 'Visas aldrig för invånaren.',
  },
  guideline: {
    heading: 'Det som alltid ska framgå',
    lead: 'Riktlinjen kräver att invånaren ser vem som skickar, varför, hur svaren används och vart man vänder sig med frågor.',
    sender: 'Avsändare',
    senderHelp: 'Enheten är alltid avsändare. Namnet ändras i Inställningar.',
    purpose: 'Syfte',
    purposeHelp: 'Varför får invånaren meddelandet? En eller två meningar.',
    answerUse: 'Så används svaren',
    answerUseHelp: 'Vem läser svaren, och vad händer sedan?',
    contact: 'Vart invånaren vänder sig med frågor',
    contactHelp: 'Till exempel telefonnummer och telefontid.',
  },
  message: {
    heading: 'Meddelandetext',
    lead: 'Fast text är lika för alla. I en fritextruta skriver ärendehanteraren till just den här invånaren.',
    list: 'Meddelandets delar',
    addText: 'Textstycke',
    addSlot: 'Fritextruta',
    add: 'Lägg till i meddelandet',
    empty: 'Meddelandet har ingen text än. Lägg till ett textstycke eller en fritextruta.',
    text: (at: number) => `Textstycke ${at}`,
    slot: (at: number) => `Fritextruta ${at}`,
    textLabel: 'Text',
    slotLabel: 'Vad ska ärendehanteraren skriva?',
    slotLabelHelp: 'Till exempel ”Ordination”. Syns bara för ärendehanteraren.',
    slotRequired: 'Måste fyllas i innan meddelandet skickas',
    slotPreview: (label: string) => `[${label}]`,
    slotUnnamed: 'Fritext från ärendehanteraren',
    remove: (name: string) => `Ta bort ${name}`,
    removed: (name: string) => `${name} är borttagen.`,
  },
  answers: {
    heading: 'Svar',
    question: 'Ska invånaren kunna svara?',
    yes: 'Ja, med ett formulär',
    yesHelp: 'Mallen märks (Fråga).',
    no: 'Nej, det är ett meddelande',
    noHelp: 'Mallen märks (Information).',
    kept: (count: number) =>
      count === 1
        ? 'Frågan som redan finns sparas, men skickas inte.'
        : `De ${count} frågor som redan finns sparas, men skickas inte.`,
  },
  form: {
    heading: 'Formulär',
    list: 'Frågor',
    palette: 'Lägg till fråga',
    paletteHelp: 'Klicka för att lägga till sist, eller dra till en plats.',
    empty: 'Inga frågor än. Lägg till en ovan.',
    keys: { move: 'Flytta fråga', undo: 'Ångra', redo: 'Gör om' },
    names: { ctrl: 'Ctrl', shift: 'Skift', alt: 'Alt', upDown: '↑ ↓' },
    kinds: {
      longText: 'Fritext',
      shortText: 'Kort text',
      yesNo: 'Ja/nej',
      singleChoice: 'Ett val',
      multipleChoice: 'Flera val',
      number: 'Tal',
      scale: 'Skala',
      date: 'Datum',
      confirmation: 'Bekräftelse',
      attachment: 'Bifoga fil',
      information: 'Information',
    } satisfies Record<ItemKind['type'], string>,
    item: (at: number) => `Fråga ${at}`,
    information: (at: number) => `Information ${at}`,
    text: 'Fråga',
    textOf: {
      confirmation: 'Det invånaren bekräftar',
      information: 'Text',
      attachment: 'Vad ska bifogas?',
    } satisfies Partial<Record<ItemKind['type'], string>>,
    help: 'Hjälptext',
    required: 'Måste besvaras',
    mustConfirm: 'Måste bekräftas',
    duplicate: (name: string) => `Duplicera ${name}`,
    remove: (name: string) => `Ta bort ${name}`,
    removed: (name: string) => `${name} är borttagen.`,
    maxLength: 'Längsta svar, tecken',
    maxLengthFault: 'Skriv ett heltal från 1 till 10 000.',
    options: 'Alternativ',
    option: (at: number) => `Alternativ ${at}`,
    addOption: 'Lägg till alternativ',
    removeOption: (at: number) => `Ta bort alternativ ${at}`,
    optionUp: (at: number) => `Flytta upp alternativ ${at}`,
    optionDown: (at: number) => `Flytta ned alternativ ${at}`,
    optionMoved: (at: number, of: number) => `Alternativet är på plats ${at} av ${of}.`,
    optionRemoved: 'Alternativet är borttaget.',
    unit: 'Enhet',
    unitHelp: 'Till exempel kg.',
    min: 'Minsta värde',
    max: 'Största värde',
    decimals: 'Decimaler',
    scaleMin: 'Första steg',
    scaleMax: 'Sista steg',
    scaleLow: (step: number) => `Vad ${step} betyder`,
    scaleLowHelp: 'Till exempel ”Ingen smärta”.',
    scaleHigh: (step: number) => `Vad ${step} betyder`,
    scaleHighHelp: 'Till exempel ”Värsta tänkbara smärta”.',
    maxFiles: 'Högsta antal filer',
    filesHelp: 'PDF eller bild, högst 20 MB per fil om inte organisationen har bestämt något annat.',
  },
  preview: {
    heading: 'Så ser invånaren det',
    example: 'Det som fylls i här sparas inte.',
    noText: '[Fråga utan text]',
    noOption: '[Alternativ utan text]',
  },
  problems,
  refused: {
    title: (count: number) =>
      count === 1
        ? 'En sak återstår innan mallen kan publiceras'
        : `${count} saker återstår innan mallen kan publiceras`,
    groups: {
      about: 'Om mallen',
      guideline: 'Det som alltid ska framgå',
      message: 'Meddelandetext',
      form: 'Formulär',
    },
  },
  confirm: {
    title: 'Publicera mallen?',
    text: 'En publicerad version ändras aldrig. Vill du ändra något senare gör du ett nytt utkast, som blir nästa version.',
    sendable: 'Ärendehanterarna kan skicka den direkt.',
    replaces: (number: number) =>
      `Den ersätter version ${number}. Ärenden som redan är skickade behåller sin version.`,
  },
  done: {
    title: (number: number) => `Version ${number} är publicerad.`,
    text: 'Den går nu att välja i Skicka nytt ärende.',
  },
  readOnly: {
    published: (number: number, when: string) =>
      `Version ${number} publicerades ${when} och ändras inte längre.`,
    edit: 'Redigera (skapar nytt utkast)',
    archived: 'Mallen är arkiverad och kan inte skickas.',
    restore: 'Återställ',
    content: 'Så ser invånaren det',
    noInstruction: 'Ingen instruktion.',
  },
} as const;
