import type { Attachment, InboxSession, Item, ItemKind, Letter, LetterRow } from '../bindings';
import type { InboxApi, UploadProgress } from '../citizen/api';
import { type Failure, InboxRefused } from '../citizen/refusal';

/** 22 November 2026 14:03 in Sweden. */
export const sentAt = Date.UTC(2026, 10, 22, 13, 3);

export function item(id: string, text: string, kind: ItemKind, change: Partial<Item> = {}): Item {
  return { id, text, help: '', required: true, kind, ...change };
}

/** One of each kind. */
export const everyKind: readonly Item[] = [
  item('long', 'Berätta', { type: 'longText', maxLength: 20 }),
  item('short', 'Yrke', { type: 'shortText', maxLength: 10 }, { required: false }),
  item('yesNo', 'Har du ont?', { type: 'yesNo' }),
  item('one', 'Hur ofta?', {
    type: 'singleChoice',
    options: [
      { id: 'daily', text: 'Varje dag' },
      { id: 'seldom', text: 'Mer sällan' },
    ],
  }),
  item('many', 'Vad hjälper?', {
    type: 'multipleChoice',
    options: [
      { id: 'rest', text: 'Vila' },
      { id: 'air', text: 'Frisk luft' },
    ],
  }),
  item('weight', 'Vikt', { type: 'number', unit: 'kg', min: '20', max: '300.5', decimals: 1 }),
  item('since', 'Sedan när?', { type: 'date' }),
  item('info', 'Läs detta\nnoga.', { type: 'information' }),
  item('file', 'Bild', { type: 'attachment', maxFiles: 2 }),
  item('sure', 'Jag bekräftar', { type: 'confirmation' }),
  item('pain', 'Hur ont?', { type: 'scale', min: 0, max: 4, low: 'Inget', high: 'Värsta tänkbara' }),
];

export function letterWith(form: readonly Item[] | null, change: Partial<Letter> = {}): Letter {
  return {
    case: 'letter-1',
    sent: sentAt,
    state: { state: 'read', read: sentAt },
    message: {
      heading: 'Inför ditt besök',
      unitName: 'Exempelmottagningen',
      unitHsaId: 'SE2321000016-1AB2',
      purpose: 'Du har en tid hos oss.',
      paragraphs: ['Hej!', 'Hej!'],
      answerUse: form && 'Svaren läses före besöket.',
      contact: 'Ring 0480-00 00 00.',
      form: form && [...form],
    },
    closed: null,
    answers: null,
    attachments: [],
    ...change,
  };
}

export function refusal(failure: Failure): Promise<never> {
  return Promise.reject(new InboxRefused(failure));
}

/** An inbox in memory. Tests replace what they need to. */
export class FakeInbox implements InboxApi {
  signedIn: string | null = null;
  letter = letterWith(everyKind);
  readonly sent: unknown[] = [];
  readonly withdrawn: string[] = [];
  readonly kept: Attachment[] = [];

  private view(): InboxSession {
    const testSignIns = [{ number: '191212121212', name: 'Tolvan Tolvansson' }];
    return {
      brand: { unitName: 'Exempelmottagningen', example: true, limits: { maxBytes: 2_000_000, maxFiles: 5 } },
      signedIn: this.signedIn,
      csrf: 'token',
      testSignIns: this.signedIn === null ? testSignIns : [],
    };
  }

  session = (): Promise<InboxSession> => Promise.resolve(this.view());

  signIn = (number: string): Promise<InboxSession> => {
    if (number !== '191212121212') return refusal({ code: 'invalidNumber', problem: 'checkDigit' });
    this.signedIn = 'Tolvan Tolvansson';
    return this.session();
  };

  signOut = (): Promise<InboxSession> => {
    this.signedIn = null;
    return this.session();
  };

  letters = (): Promise<LetterRow[]> => {
    if (this.signedIn === null) return refusal({ code: 'notSignedIn' });
    const { message, sent } = this.letter;
    const row = { heading: message.heading, unitName: message.unitName, sent, answered: null, closed: null };
    return Promise.resolve([
      { ...row, case: 'letter-1', unread: true, answerable: true },
      { ...row, case: 'letter-2', heading: 'Provsvar', unread: false, answerable: true, answered: sent },
      { ...row, case: 'letter-3', heading: 'Öppettider', unread: false, answerable: false },
    ]);
  };

  open = (letter: string): Promise<Letter> => {
    if (this.signedIn === null) return refusal({ code: 'notSignedIn' });
    if (letter !== this.letter.case) return refusal({ code: 'letterNotFound' });
    return Promise.resolve({ ...this.letter, attachments: [...this.letter.attachments, ...this.kept] });
  };

  attach = (_letter: string, item: string, file: File, progress: UploadProgress): Promise<Attachment> => {
    progress.onPercent(50);
    const state = { state: 'kept', expires: sentAt } as const;
    const id = `attachment-${this.kept.length + 1}`;
    const attachment: Attachment = { id, item, name: file.name, kind: 'pdf', size: file.size, state };
    this.kept.push(attachment);
    return Promise.resolve(attachment);
  };

  withdraw = (_letter: string, attachment: string): Promise<void> => {
    this.withdrawn.push(attachment);
    return Promise.resolve();
  };

  answer = (_letter: string, answers: unknown): Promise<{ answered: number }> => {
    if (this.signedIn === null) return refusal({ code: 'notSignedIn' });
    this.sent.push(answers);
    return Promise.resolve({ answered: sentAt });
  };
}
