import type { CaseId, CasesDone, StaffId } from '../../bindings';
import { showToast } from '../../components/Toast';
import { t } from '../../i18n/sv';
import type { CallFailure } from '../../platform';
import { useAct } from '../../query/useAct';

/** What can be done with cases, one or many at once. */
export interface Work {
  readonly close: (cases: readonly CaseId[]) => void;
  readonly reopen: (cases: readonly CaseId[]) => void;
  readonly assign: (cases: readonly CaseId[], to: StaffId, name: string, onDone: () => void) => void;
  readonly isPending: boolean;
  readonly failure: CallFailure | null;
  readonly reset: () => void;
}

/** Closes, opens again and gives to a colleague. What was done is said, with a way back where there is one; so is what was left. */
export function useWork(): Work {
  const words = t.casework.work;
  const closing = useAct('close_cases');
  const reopening = useAct('reopen_cases');
  const assigning = useAct('assign_cases');
  const acts = [closing, reopening, assigning];

  const tell = ({ done, left }: CasesDone, said: (count: number) => string, back?: () => void): void => {
    if (done.length > 0) showToast({ text: said(done.length), ...(back ? { onUndo: back } : {}) });
    for (const [why, count] of counted(left)) showToast({ text: words.left[why](count), tone: 'info' });
  };
  const reopen = (cases: readonly CaseId[]): void =>
    reopening.mutate({ cases: [...cases] }, { onSuccess: (result) => tell(result, words.reopened) });
  return {
    close: (cases) =>
      closing.mutate(
        { cases: [...cases] },
        { onSuccess: (result) => tell(result, words.closed, () => reopen(result.done)) },
      ),
    reopen,
    assign: (cases, to, name, onDone) =>
      assigning.mutate(
        { cases: [...cases], to },
        {
          onSuccess: (result) => {
            onDone();
            tell(result, (count) => words.assigned(count, name));
          },
        },
      ),
    isPending: acts.some((act) => act.isPending),
    failure: acts.map((act) => act.error?.failure).find((failure) => failure !== undefined) ?? null,
    reset: () => {
      for (const act of acts) act.reset();
    },
  };
}

function counted(left: CasesDone['left']): Map<CasesDone['left'][number]['why'], number> {
  const counts = new Map<CasesDone['left'][number]['why'], number>();
  for (const { why } of left) counts.set(why, (counts.get(why) ?? 0) + 1);
  return counts;
}
