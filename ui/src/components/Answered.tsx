import type { ReactNode } from 'react';
import { FailureNote, type FailureNoteProps } from './FailureNote';
import { Spinner } from './Progress';

/** A question to the core, as `useCommand` gives it. */
export interface Asked<T> {
  readonly data: T | undefined;
  readonly error: { readonly failure: FailureNoteProps['failure'] } | null;
  readonly refetch: () => unknown;
}

export interface AnsweredProps<T> {
  readonly asked: Asked<T>;
  /** What is being fetched, when "Hämtar …" says too little. */
  readonly waiting?: string;
  readonly children: (answer: T) => ReactNode;
}

/** Shows the answer; until then that it is on its way, and if it was refused, why and a way to ask again. */
export function Answered<T>({ asked, waiting, children }: AnsweredProps<T>): ReactNode {
  const { data, error, refetch } = asked;
  return (
    <>
      {error && <FailureNote failure={error.failure} onRetry={() => refetch()} />}
      {data !== undefined && children(data)}
      {data === undefined && !error && <Spinner {...(waiting ? { label: waiting } : {})} />}
    </>
  );
}
