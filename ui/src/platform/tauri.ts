import { convertFileSrc, invoke } from '@tauri-apps/api/core';
import { emit, listen } from '@tauri-apps/api/event';
import type { Topic } from './contract';
import { type Host, refusal } from './host';

/**
 * The desktop shell. It has one command, `call`, which answers with the response or rejects with the failure, and one event,
 * `topics`, whose payload is the list of topics.
 */
export const tauriHost: Host = {
  call: (name, request) =>
    invoke('call', { name, request }).catch((thrown: unknown) => {
      throw refusal(thrown);
    }),

  onTopics(changed) {
    let open = true;
    const listening = listen<readonly Topic[]>('topics', (event) => changed(event.payload));
    // What changed before the ear was open is not known.
    void listening.then(() => open && changed('anything'));
    return () => {
      open = false;
      void listening.then((stop) => stop());
    };
  },

  shown: () => void emit('shown'),

  // The scheme differs between systems (`page://localhost/`, on Windows `http://page.localhost/`); Tauri knows which.
  pageUrl: (ticket, n, edge) =>
    `${convertFileSrc('', 'page')}${encodeURIComponent(ticket)}/${n}?edge=${edge}`,
};
