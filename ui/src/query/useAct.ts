import { type UseMutationResult, useMutation } from '@tanstack/react-query';
import { type CommandName, call, type Refused, type RequestOf, type ResponseOf } from '../platform';

/** Does something in the core. What it changes comes back by topics; the caller need not know what to refetch. */
export function useAct<N extends CommandName>(
  name: N,
): UseMutationResult<ResponseOf<N>, Refused, RequestOf<N>> {
  return useMutation<ResponseOf<N>, Refused, RequestOf<N>>({
    mutationKey: [name],
    mutationFn: (request) => call(name, request),
  });
}
