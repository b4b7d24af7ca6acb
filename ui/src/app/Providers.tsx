import { QueryClientProvider } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { I18nProvider } from 'react-aria-components';
import { ToastRegion } from '../components/Toast';
import { makeQueryClient } from '../query/client';

/** What every page stands in: Swedish, the answers of the core, and a place for messages. */
export function Providers({ children }: { children: ReactNode }): ReactNode {
  const [client] = useState(makeQueryClient);
  return (
    <I18nProvider locale="sv-SE">
      <QueryClientProvider client={client}>{children}</QueryClientProvider>
      <ToastRegion />
    </I18nProvider>
  );
}
