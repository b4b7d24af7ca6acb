import type { Failure, Topic } from './contract';

/** Failures of a call: those of the core, and that nothing answered at all. */
export type CallFailure = Failure | { code: 'noContact' };

/** Why a call was refused. The message is the code alone, so that nothing personal reaches a log. */
export class Refused extends Error {
  override readonly name = 'Refused';
  constructor(readonly failure: CallFailure) {
    super(failure.code);
  }
}

/** What changed: some topics, or possibly anything (after contact was lost and found). */
export type Change = readonly Topic[] | 'anything';

/** The world around the page. Two exist: the desktop shell, and the development server in an ordinary browser. */
export interface Host {
  /** Resolves with the response as it came; rejects with {@link Refused}. */
  call(name: string, request: unknown): Promise<unknown>;
  /** Calls back on every change until the returned function is called. */
  onTopics(changed: (change: Change) => void): () => void;
  /** Tells the host that the first screen is on the glass. */
  shown(): void;
  /** The address of page `n` of the preview that `ticket` gives the right to see, drawn with its longest edge `edge`. */
  pageUrl(ticket: string, n: number, edge: number): string;
}

/** Narrows what came over the border: everything that is not a coded failure is lack of contact. */
export function refusal(thrown: unknown): Refused {
  if (thrown instanceof Refused) return thrown;
  return new Refused(isFailure(thrown) ? thrown : { code: 'noContact' });
}

function isFailure(value: unknown): value is Failure {
  return typeof value === 'object' && value !== null && 'code' in value && typeof value.code === 'string';
}
