import type { FileRefusal, InboxFailure } from '../bindings';
import { t } from '../i18n/sv';

/** Failures of a request: those of the inbox, and that nothing answered at all. */
export type Failure = InboxFailure | { code: 'noContact' };

/** Why a request was refused. The message is the code alone, so that nothing personal reaches a log. */
export class InboxRefused extends Error {
  override readonly name = 'InboxRefused';
  constructor(readonly failure: Failure) {
    super(failure.code);
  }
}

/** What went wrong, and what the citizen can do now. Both are whole sentences. */
export interface FailureWords {
  readonly title: string;
  readonly todo: string;
}

/** A failure code without a text does not type-check. */
const texts: Record<Failure['code'], FailureWords> = t.citizen.failures;

export function wordsFor(failure: Failure): FailureWords {
  const words = texts[failure.code];
  switch (failure.code) {
    case 'invalidNumber':
      return { title: words.title, todo: t.citizen.number[failure.problem] };
    case 'tooManyAttempts':
      return { title: words.title, todo: t.citizen.waitMinutes(Math.ceil(failure.retryAfter / 60)) };
    case 'unexpected':
      return { title: words.title, todo: `${words.todo} ${t.citizen.reference(failure.reference)}` };
    default:
      return words;
  }
}

/** The failure behind whatever was thrown. */
export function failureOf(thrown: unknown): Failure {
  return thrown instanceof InboxRefused ? thrown.failure : { code: 'noContact' };
}

/** Why a file was not accepted, and what to do about it. `most` is the limit in words. */
export function fileWords(reason: FileRefusal, most: string): string {
  const words = t.citizen.files.refusals;
  return reason === 'tooLarge' ? words.tooLarge(most) : words[reason];
}
