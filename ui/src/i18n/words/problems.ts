import type { PublishProblem } from '../../bindings';

/** A problem may say which question ("Fråga 3") or slot (its place), and which others lead to it. `why` is the rule behind it. */
interface ProblemWords {
  readonly text: string | ((name: string, way: string) => string);
  readonly why: string;
}

/** What stands in the way of publishing, and why. */
export const problems: Record<PublishProblem['problem'], ProblemWords> = {
  nameMissing: { text: 'Mallen har inget namn', why: 'Namnet är rubriken i invånarens inkorg.' },
  nameTooLong: { text: 'Namnet är längre än 100 tecken', why: 'Längre rubriker kapas i inkorgen.' },
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
    text: (name) => `${name} har ingen text`,
    why: 'Invånaren behöver veta vad som ska besvaras.',
  },
  tooFewOptions: {
    text: (name) => `${name} har färre än två alternativ`,
    why: 'Annars finns inget att välja mellan.',
  },
  optionTextMissing: {
    text: (name) => `${name} har ett alternativ utan text`,
    why: 'Skriv alternativet eller ta bort det.',
  },
  optionsAlike: {
    text: (name) => `${name} har två likadana alternativ`,
    why: 'Svaret går annars inte att tyda.',
  },
  numberLimits: {
    text: (name) => `${name} har gränser som inte stämmer`,
    why: 'Gränserna ska vara tal, och det minsta inte större än det största.',
  },
  matrixRows: {
    text: (name) => `${name} har rader som saknar text, är likadana eller inte finns`,
    why: 'Invånaren behöver veta vad varje rad gäller.',
  },
  dateLimits: {
    text: (name) => `${name} har datumgränser som inte stämmer`,
    why: 'Gränserna ska vara datum, och den första inte efter den sista.',
  },
  optionRoles: {
    text: (name) => `${name} har alternativ som inte går att kombinera`,
    why: 'Bara ett alternativ kan fråga vad man menar, och det som utesluter andra hör till Flera val.',
  },
  sectionEmpty: {
    text: (name) => `${name} är tomt`,
    why: 'Lägg något i avsnittet eller ta bort det.',
  },
  notInRows: {
    text: (name) => `${name} kan inte ligga i ett upprepningsbart avsnitt`,
    why: 'Filer och upprepningar går inte att upprepa. Flytta ut den.',
  },
  initialMisfit: {
    text: (name) => `${name} har ett förvalt svar som frågan inte tillåter`,
    why: 'Välj ett annat förvalt svar, eller inget.',
  },
  limit: {
    text: (name) => `${name} har en gräns utanför det tillåtna`,
    why: 'Text får vara 1–10 000 tecken, bilagor 1–5 och högst 20 MB, rader 1–50 och en skala gå från 0 eller 1 till högst 10.',
  },
  conditionBroken: {
    text: (name) => `${name} har ett villkor som inte är komplett`,
    why: 'Det frågar efter något som inte finns, eller saknar ett värde.',
  },
  conditionLooksAhead: {
    text: (name, way) => `${name} visas beroende på ${way}, som kommer efter`,
    why: 'Invånaren svarar uppifrån och ned.',
  },
  conditionCircle: {
    text: (name, way) => `${name} beror på sig själv: ${way}`,
    why: 'Frågor som väntar på varandra visas aldrig.',
  },
  neverShown: {
    text: (name) => `${name} kan aldrig visas`,
    why: 'Inga svar uppfyller villkoret.',
  },
  scoreRangeName: {
    text: (name) => `Poängintervallet ${name} har inget eget namn`,
    why: 'Ärendehanteraren ser namnet bredvid summan.',
  },
  scoreRangeTurned: {
    text: (name) => `Poängintervallet ${name} slutar före sin början`,
    why: 'Från ska inte vara större än till.',
  },
  scoreRangesOverlap: {
    text: (name, way) => `Poängintervallen ${name} och ${way} går in i varandra`,
    why: 'En summa kan bara ha ett namn.',
  },
  scoreGap: {
    text: (name) => `Summan ${name} ligger inte i något poängintervall`,
    why: 'Varje summa som svaren kan ge behöver ett namn.',
  },
  scoreRangesUnused: {
    text: 'Det finns poängintervall, men ingen fråga ger poäng',
    why: 'Ge alternativ eller skalor poäng, eller ta bort intervallen.',
  },
  exampleDeviates: {
    text: (name, way) => `Exempelinvånaren ${name} ${way}`,
    why: 'Rätta formuläret, eller spara om exempelinvånaren om det ska vara så.',
  },
};
