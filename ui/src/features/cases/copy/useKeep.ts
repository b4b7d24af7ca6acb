import type { UseMutationResult } from '@tanstack/react-query';
import { useState } from 'react';
import type { CopyView } from '../../../bindings';
import { showToast } from '../../../components/Toast';
import { formatDateTimeBriefly } from '../../../i18n/format';
import type { Refused, RequestOf } from '../../../platform';
import { useAct } from '../../../query/useAct';
import { useCommand } from '../../../query/useCommand';
import { hoursUpTo } from './hours';

type Keeping = 'save_copy' | 'save_original';

export interface KeepProps {
  readonly isOpen: boolean;
  readonly onClose: () => void;
  /** What is said once it is saved, with when it goes. */
  readonly saved: (when: string) => string;
}

/** A copy that is being asked for: where it may lie, for how long, and how the saving went. */
export interface Keep<N extends Keeping> {
  readonly rules: ReturnType<typeof useCommand<'copy_rules'>>;
  /** Whole hours to choose between. */
  readonly offered: readonly string[];
  /** The hours as they are chosen; `null` while it is not known what may be. */
  readonly hours: string | null;
  readonly choose: (hours: string) => void;
  readonly saving: UseMutationResult<CopyView | null, Refused, RequestOf<N>>;
  /** The person closed the system's dialog without a folder. */
  readonly isWithoutFolder: boolean;
  readonly save: (request: RequestOf<N>) => void;
  readonly close: () => void;
}

/** What every kind of copy has in common: the rules, the hours, the folder that the system asks for, and the word at the end. */
export function useKeep<N extends Keeping>(command: N, { isOpen, onClose, saved }: KeepProps): Keep<N> {
  const rules = useCommand('copy_rules', null, { enabled: isOpen });
  const saving = useAct(command);
  const offered = hoursUpTo(rules.data?.maxHours ?? 0);
  // The shortest is proposed: what is not kept cannot be lost.
  const [chosen, choose] = useState<string | null>(null);
  const close = (): void => {
    saving.reset();
    onClose();
  };
  const save = (request: RequestOf<N>): void =>
    saving.mutate(request, {
      onSuccess: (copy) => {
        if (!copy) return;
        close();
        showToast({ text: saved(formatDateTimeBriefly(copy.expires, Date.now())) });
      },
    });
  return {
    rules,
    offered,
    hours: chosen ?? offered[0] ?? null,
    choose,
    saving,
    isWithoutFolder: saving.isSuccess && saving.data === null,
    save,
    close,
  };
}
