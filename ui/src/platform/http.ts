import type { Failure, Topic } from './contract';
import { type Host, Refused } from './host';

/**
 * The development server (`cargo xtask dev`): the same commands over loopback HTTP, so that the pages run in an ordinary
 * browser. Never part of the product.
 */
export const httpHost: Host = {
  async call(name, request) {
    const answer = await ask(name, request);
    if ('failure' in answer) throw new Refused(answer.failure);
    return answer.ok;
  },

  onTopics(changed) {
    const source = new EventSource('/api/topics');
    source.addEventListener('open', () => changed('anything'));
    source.addEventListener('message', (event) => changed(JSON.parse(event.data) as readonly Topic[]));
    return () => source.close();
  },

  shown() {},

  pageUrl: (ticket, n, edge) => `/api/page/${encodeURIComponent(ticket)}/${n}?edge=${edge}`,
};

async function ask(name: string, request: unknown): Promise<{ ok: unknown } | { failure: Failure }> {
  try {
    const response = await fetch(`/api/call/${encodeURIComponent(name)}`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(request ?? null),
    });
    return (await response.json()) as { ok: unknown } | { failure: Failure };
  } catch {
    throw new Refused({ code: 'noContact' });
  }
}
