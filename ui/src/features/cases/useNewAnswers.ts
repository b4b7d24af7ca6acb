import { useEffect, useRef, useState } from 'react';
import type { CaseRow } from '../../bindings';

/** How many answers came at once, and which time it was: the same number twice is two events. */
export interface NewAnswers {
  readonly count: number;
  readonly nth: number;
}

/** Tells when cases that stood in the list without an answer have got one. */
export function useNewAnswers(rows: readonly CaseRow[] | undefined): NewAnswers | null {
  const open = useRef<ReadonlySet<string>>(new Set());
  const [news, setNews] = useState<NewAnswers | null>(null);
  useEffect(() => {
    if (!rows) return;
    const count = rows.filter((row) => row.state.state === 'answered' && open.current.has(row.case)).length;
    open.current = new Set(rows.filter((row) => row.state.state !== 'answered').map((row) => row.case));
    if (count > 0) setNews((last) => ({ count, nth: (last?.nth ?? 0) + 1 }));
  }, [rows]);
  return news;
}
