import type { ReactNode } from 'react';
import { FailureBanner, type FailureBannerProps } from './FailureBanner';
import { Spinner } from './Progress';

/** A question to the core, as `useCommand` gives it. */
export interface Asked<T> {
  readonly data: T | undefined;
  readonly error: { readonly failure: NonNullable<FailureBannerProps['failure']> } | null;
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
      {error && <FailureBanner failure={error.failure} onRetry={() => refetch()} />}
      {data !== undefined && children(data)}
      {data === undefined && !error && <Spinner {...(waiting ? { label: waiting } : {})} />}
    </>
  );
}
