import type { Answer, Attachment, InboxSession, ItemId, Letter, LetterRow, Receipt } from '../bindings';

/** What the page asks of the inbox. Everything rejects with `InboxRefused`. */
export interface InboxApi {
  /** Who is signed in, and whose inbox it is. */
  session(): Promise<InboxSession>;
  signIn(number: string): Promise<InboxSession>;
  signOut(): Promise<InboxSession>;
  /** The citizen's letters, newest first. */
  letters(): Promise<LetterRow[]>;
  /** Opens a letter, which marks it read. */
  open(letter: string): Promise<Letter>;
  /** Sends a file for a question. */
  attach(letter: string, item: ItemId, file: File, progress: UploadProgress): Promise<Attachment>;
  /** Takes a sent file back. */
  withdraw(letter: string, attachment: string): Promise<void>;
  /** Sends the reply. */
  answer(letter: string, answers: Record<ItemId, Answer>): Promise<Receipt>;
}

/** How the sender of a file follows it, and stops it. */
export interface UploadProgress {
  readonly onPercent: (percent: number) => void;
  readonly signal: AbortSignal;
}
