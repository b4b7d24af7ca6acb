import { keepPreviousData, type UseQueryResult, useQuery } from '@tanstack/react-query';
import { type CommandName, call, type Refused, type RequestOf, type ResponseOf } from '../platform';

/** When and how a command is asked. */
export interface CommandOptions {
  /** `false` waits, for instance until there is an id to ask about. */
  readonly enabled?: boolean;
  /** Shows the last answer while the next is on its way: for lists that are filtered or paged. */
  readonly keepPrevious?: boolean;
  /** Forgets the answer when the screen is left, so that each opening asks anew: for what is the start of a draft. */
  readonly isFresh?: boolean;
  /** Asks again so often, in milliseconds, while the screen is seen: for what changes by time alone, which no topic tells. */
  readonly every?: number;
}

/** Asks the core, and asks again when a topic that the answer depends on has changed. */
export function useCommand<N extends CommandName>(
  name: N,
  request: RequestOf<N>,
  { enabled = true, keepPrevious = false, isFresh = false, every }: CommandOptions = {},
): UseQueryResult<ResponseOf<N>, Refused> {
  return useQuery<ResponseOf<N>, Refused>({
    queryKey: [name, request],
    queryFn: () => call(name, request),
    enabled,
    ...(every === undefined ? {} : { refetchInterval: every }),
    ...(isFresh ? { gcTime: 0 } : {}),
    ...(keepPrevious ? { placeholderData: keepPreviousData } : {}),
  });
}
