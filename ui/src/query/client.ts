import { QueryClient } from '@tanstack/react-query';
import type { Refused } from '../platform';

declare module '@tanstack/react-query' {
  interface Register {
    defaultError: Refused;
  }
}

/**
 * Answers stay until the core says they are stale (topics), so nothing is refetched by the clock or by focus. A refusal is an
 * answer, not a hiccup: it is not retried behind the person's back.
 */
export function makeQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: Number.POSITIVE_INFINITY,
        retry: false,
        refetchOnWindowFocus: false,
        refetchOnReconnect: false,
        networkMode: 'always',
      },
      // What was sent, such as a password, is not kept once its form is gone.
      mutations: { retry: false, networkMode: 'always', gcTime: 0 },
    },
  });
}
