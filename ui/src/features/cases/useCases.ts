import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { CaseCursor, CaseRow, CaseScope } from '../../bindings';
import { call, type Refused } from '../../platform';
import type { Shown } from './useFilter';

/** How long, in milliseconds, typing must rest before a search is made. Each search is a line in the audit log. */
const REST = 300;

/** The list so far, and a way to go on. */
export interface CasesSoFar {
  readonly rows: readonly CaseRow[] | undefined;
  readonly error: Refused | null;
  readonly retry: () => void;
  readonly more: (() => void) | null;
  readonly isFetchingMore: boolean;
}

/** The cases that are shown of a scope and match a search, newest first, as many pages as have been asked for. */
export function useCases(scope: CaseScope, { list: which, filter }: Shown, search: string): CasesSoFar {
  const asked = searched(search);
  const list = useInfiniteQuery({
    // The command's name first: that is how a changed topic finds the answers it touches.
    queryKey: ['list_cases', { scope, list: which, filter, search: asked }],
    queryFn: ({ pageParam }) =>
      call('list_cases', { scope, list: which, filter, search: asked, after: pageParam }),
    initialPageParam: first,
    getNextPageParam: (page) => page.next,
    placeholderData: keepPreviousData,
  });
  return {
    rows: list.data?.pages.flatMap((page) => page.rows),
    error: list.error,
    retry: () => void list.refetch(),
    more: list.hasNextPage ? () => void list.fetchNextPage() : null,
    isFetchingMore: list.isFetchingNextPage,
  };
}

const first: CaseCursor | null = null;

/** A search as the core takes it: personal numbers without the hyphen that people write and the store does not keep. */
export function searched(text: string): string | null {
  const wanted = text.trim().replaceAll(/(?<=\d{6})[-+](?=\d)/g, '');
  return wanted === '' ? null : wanted;
}

/** A value that follows another once it has come to rest. */
export function useRested(value: string): string {
  const [rested, setRested] = useState(value);
  useEffect(() => {
    const waiting = setTimeout(() => setRested(value), REST);
    return () => clearTimeout(waiting);
  }, [value]);
  return rested;
}
