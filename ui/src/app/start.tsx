import { type ReactNode, StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import '../design/base.css';
import { Providers } from './Providers';

/** Puts a page into its HTML entry. */
export function start(page: ReactNode): void {
  const root = document.getElementById('root');
  if (!root) throw new Error('the entry has an element with the id root');
  createRoot(root).render(
    <StrictMode>
      <Providers>{page}</Providers>
    </StrictMode>,
  );
}
