import type { CaseState, Marking } from '../../bindings';

/** When L and S were set, as `StatusMarks` takes them: no S where no reply is asked for. */
export function marksOf(
  state: CaseState,
  marking: Marking,
): { readonly readAt: number | null; readonly repliedAt: number | null | undefined } {
  return {
    readAt: state.state === 'sent' ? null : state.read,
    repliedAt: state.state === 'answered' ? state.answered : marking === 'question' ? null : undefined,
  };
}
