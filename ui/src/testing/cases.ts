import type {
  Attachment,
  CaseRow,
  CaseView,
  CopyRules,
  CopyView,
  Item,
  Message,
  PageWords,
  Preview,
  Unit,
} from '../bindings';

/** Cases to test screens with. All of it is made up. */

/** 22 November 2026, 14:03 in Sweden. */
export const now = Date.UTC(2026, 10, 22, 13, 3);
const HOUR = 3_600_000;

export function aRow(changes: Partial<CaseRow> = {}): CaseRow {
  return {
    case: 'case-1',
    citizenName: 'Maria Åkesson',
    number: '196711289857',
    heading: 'Frågor inför ditt besök',
    marking: 'question',
    sent: now - 24 * HOUR,
    held: false,
    stopped: null,
    senderName: 'Karin Holm',
    handlerName: 'Karin Holm',
    state: { state: 'sent' },
    closure: { closure: 'open' },
    reviewDue: null,
    filesKept: 0,
    ...changes,
  };
}

export const answeredState = { state: 'answered', read: now - 2 * HOUR, answered: now - HOUR } as const;

function anItem(id: string, text: string, kind: Item['kind']): Item {
  return { id, text, help: '', required: false, kind };
}

export const aMessage: Message = {
  heading: 'Frågor inför ditt besök',
  unitName: 'Exempelmottagningen',
  unitHsaId: 'SE2321000016-EX01',
  purpose: 'Med dina svar kan vi förbereda besöket.',
  paragraphs: ['Svara på frågorna nedan.'],
  answerUse: 'Diabetessköterskan läser dina svar.',
  contact: 'Ring 0480-00 00 00.',
  form: [
    anItem('pain', 'Har du ont?', { type: 'yesNo' }),
    anItem('other', 'Något mer?', { type: 'shortText', maxLength: 100 }),
    anItem('file', 'Bifoga en bild', { type: 'attachment', maxFiles: 3 }),
  ],
};

export function anAttachment(changes: Partial<Attachment> = {}): Attachment {
  return {
    id: 'file-1',
    item: 'file',
    name: 'blodsocker.pdf',
    kind: 'pdf',
    size: 24_173,
    state: { state: 'kept', expires: now + 72 * HOUR - 1 },
    ...changes,
  };
}

export function aCopy(changes: Partial<CopyView> = {}): CopyView {
  return {
    id: 'copy-1',
    attachment: 'file-1',
    kind: 'safe',
    made: now - HOUR,
    finished: true,
    expires: now + 3 * HOUR,
    purged: null,
    ...changes,
  };
}

/** Sent and not yet read. */
export const anUnread: CaseView = {
  case: 'case-1',
  citizenName: 'Maria Åkesson',
  number: '196711289857',
  sent: now - 24 * HOUR,
  held: false,
  stopped: null,
  senderName: 'Karin Holm',
  state: { state: 'sent' },
  handler: 'karin',
  handlerName: 'Karin Holm',
  closure: { closure: 'open' },
  reviewDue: null,
  happenings: [],
  message: aMessage,
  reply: null,
};

export function anAnswered(attachments: Attachment[] = [anAttachment()], copies: CopyView[] = []): CaseView {
  const [pain, other, file] = aMessage.form ?? [];
  const answers = [
    { item: pain, words: 'Ja', answered: true, asked: true },
    { item: other, words: 'Ej besvarad', answered: false, asked: true },
    { item: file, words: '1 bifogad fil', answered: true, asked: true },
  ];
  return {
    ...anUnread,
    state: answeredState,
    reply: {
      answered: answeredState.answered,
      answers: answers.flatMap(({ item, ...answer }) =>
        item
          ? [
              {
                read: 'question',
                item: item.id,
                text: item.text,
                files: item.kind.type === 'attachment',
                ...answer,
              },
            ]
          : [],
      ),
      score: null,
      attachments,
      copies,
      longest: answeredState.answered + 720 * HOUR,
      extensions: [],
    },
  };
}

export const aPreview: Preview = {
  ticket: 'ab12',
  pages: 3,
  kind: 'pdf',
  name: 'blodsocker.pdf',
  flags: [],
};

export const aUnit: Unit = {
  id: 'unit-1',
  name: 'Exempelmottagningen',
  hsaId: 'SE2321000016-EX01',
  contact: 'Ring 0480-00 00 00.',
  retention: { attachmentHours: 72, copyHours: 4 },
  secureFolder: '/säker',
  approval: false,
  example: true,
};

/** What holds for copies where the organisation has decided nothing. */
export const copyRules: CopyRules = {
  folders: ['/säker'],
  foldersGoverned: false,
  maxHours: 4,
  originals: false,
};

/** Words of a page, a line each, one below the other. */
export function pageWords(lines: readonly string[], flags: PageWords['flags'] = []): PageWords {
  return {
    lines: lines.map((text, at) => ({ text, x: 6553, y: 6553 * (at + 1), width: 26_214, height: 1310 })),
    flags,
  };
}
