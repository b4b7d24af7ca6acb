import { createContext, useContext } from 'react';
import type { Brand } from '../bindings';
import type { Answers } from '../form/answers';
import type { InboxApi } from './api';

/** What every page of a signed-in citizen needs. */
export interface Inbox {
  readonly api: InboxApi;
  readonly brand: Brand;
  /** What has been typed and not sent, by letter. Lives as long as the page does, and nowhere else. */
  readonly drafts: Map<string, Answers>;
}

export const InboxContext = createContext<Inbox | null>(null);

/** The inbox that is signed in to. */
export function useInbox(): Inbox {
  const inbox = useContext(InboxContext);
  if (inbox === null) throw new Error('used inside a signed-in page only');
  return inbox;
}
