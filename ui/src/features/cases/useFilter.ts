import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { CaseFilter, CaseScope, Worklist } from '../../bindings';

/** What is shown of a scope: which list, and what it is narrowed to. */
export interface Shown {
  readonly list: Worklist;
  readonly filter: CaseFilter;
}

const untouched: Shown = { list: 'open', filter: {} };

/**
 * What is shown of a scope, and a way to show something else of it. It is remembered beside what was read, so that the way back from
 * a case leads to where one was, and is forgotten with it when the session is over. Nothing that was searched for: it may be a name.
 */
export function useShown(scope: CaseScope): readonly [Shown, (shown: Shown) => void] {
  const client = useQueryClient();
  const key = ['shown cases', scope];
  const [shown, setShown] = useState(() => client.getQueryData<Shown>(key) ?? untouched);
  const show = (next: Shown): void => {
    client.setQueryDefaults(key, { gcTime: Number.POSITIVE_INFINITY });
    client.setQueryData<Shown>(key, next);
    setShown(next);
  };
  return [shown, show];
}

/** How much a list is narrowed. */
export function narrowedBy(filter: CaseFilter): number {
  return Object.keys(filter).length;
}
