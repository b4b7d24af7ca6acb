import { useEffect } from 'react';
import { t } from '../i18n/sv';

/** Names the window after the page, as "Mina ärenden – Budkavle". Never anything about a person: the system shows it to all. */
export function useDocumentTitle(page: string): void {
  useEffect(() => {
    document.title = page === '' ? t.common.product : `${page} – ${t.common.product}`;
  }, [page]);
}
