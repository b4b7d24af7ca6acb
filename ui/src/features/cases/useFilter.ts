import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { CaseFilter, CaseScope, Worklist } from '../../bindings';

/** What is shown of a scope: which list, and what it is narrowed to. */
export interface Shown {
  readonly list: Worklist;
  readonly filter: CaseFilter;
}

const unnarrowed: CaseFilter = {};

/**
 * What the lists of a scope are narrowed to, and a way to narrow them otherwise. It is remembered beside what was read, so that the
 * way back from a case leads to where one was, and is forgotten with it when the session is over. Nothing that was searched for: it
 * may be a name.
 */
export function useFilter(scope: CaseScope): readonly [CaseFilter, (filter: CaseFilter) => void] {
  const client = useQueryClient();
  const key = ['filter of cases', scope];
  const [filter, setFilter] = useState(() => client.getQueryData<CaseFilter>(key) ?? unnarrowed);
  const narrow = (next: CaseFilter): void => {
    client.setQueryDefaults(key, { gcTime: Number.POSITIVE_INFINITY });
    client.setQueryData<CaseFilter>(key, next);
    setFilter(next);
  };
  return [filter, narrow];
}

/** How much a list is narrowed. */
export function narrowedBy(filter: CaseFilter): number {
  return Object.keys(filter).length;
}
