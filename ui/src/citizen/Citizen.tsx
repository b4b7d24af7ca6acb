import type { ReactNode } from 'react';
import { Page } from '../components/Page';
import { t } from '../i18n/sv';

/** The citizen's pages: the inbox, the message, the form, the receipt. */
export function Citizen(): ReactNode {
  return (
    <main>
      <Page title={t.citizen.inbox}>{null}</Page>
    </main>
  );
}
