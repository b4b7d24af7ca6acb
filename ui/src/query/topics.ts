import { type QueryClient, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { type Change, onTopics, topicsOf } from '../platform';

/** Which topics an answer depends on, by the name of its command. */
export type TopicsOf = Readonly<Record<string, readonly string[]>>;

/** Marks every answer that a change touches as stale; those on screen are asked for again at once. */
export function refresh(
  client: QueryClient,
  change: Change | readonly string[],
  topics: TopicsOf = topicsOf,
): void {
  if (change === 'anything') {
    void client.invalidateQueries();
    return;
  }
  const changed = new Set<string>(change);
  void client.invalidateQueries({
    predicate: ({ queryKey: [name] }) =>
      typeof name === 'string' && (topics[name] ?? []).some((topic) => changed.has(topic)),
  });
}

/** Keeps the answers on screen true. Used once, at the top. */
export function useTopicRefresh(): void {
  const client = useQueryClient();
  useEffect(() => onTopics((change) => refresh(client, change)), [client]);
}
