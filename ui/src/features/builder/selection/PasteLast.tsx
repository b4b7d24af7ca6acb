import type { ReactNode } from 'react';
import { Button } from '../../../components/Button';
import { t } from '../../../i18n/sv';
import { type Copied, countOf, useKept } from './clipboard';

/** Puts what was copied in this window last in the form; nothing to see when nothing was. */
export function PasteLast({ onPaste }: { readonly onPaste: (copied: Copied) => void }): ReactNode {
  const kept = useKept();
  if (!kept) return null;
  return (
    <Button size="small" tone="quiet" icon="add" onPress={() => onPaste(kept)}>
      {t.selection.pasteLast(countOf(kept.items))}
    </Button>
  );
}
