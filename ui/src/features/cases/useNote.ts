import { useRef, useState } from 'react';
import type { CaseId } from '../../bindings';
import type { CallFailure } from '../../platform';
import { useAct } from '../../query/useAct';

/** A note while it is written. It lives on this page and nowhere else. */
export interface NoteDraft {
  /** `null` until it is begun. */
  readonly text: string | null;
  readonly isPending: boolean;
  readonly failure: CallFailure | null;
  readonly write: (text: string) => void;
  /** Writes it anew from the answers. What was taken from attachments stays. */
  readonly draft: () => void;
  /** Adds words from an attachment at the end, after the answers. */
  readonly insert: (excerpt: string) => void;
}

const joined = (parts: readonly string[]): string => parts.join('\n\n');

export function useNote(id: CaseId): NoteDraft {
  const drafting = useAct('draft_note');
  const [text, setText] = useState<string | null>(null);
  const excerpts = useRef<string[]>([]);
  const draft = (): void =>
    drafting.mutate(
      { case: id },
      {
        onSuccess: (answers) => setText(joined([answers, ...excerpts.current])),
        // What was taken from attachments must not be lost with it.
        onError: () =>
          setText((now) => now ?? (excerpts.current.length > 0 ? joined(excerpts.current) : null)),
      },
    );
  return {
    text,
    isPending: drafting.isPending,
    failure: drafting.error?.failure ?? null,
    write: setText,
    draft,
    insert: (excerpt) => {
      excerpts.current.push(excerpt);
      if (text !== null) setText(joined([text, excerpt]));
      else if (!drafting.isPending) draft();
    },
  };
}
