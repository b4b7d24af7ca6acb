import type { ReactNode } from 'react';
import { t } from '../i18n/sv';
import { Badge } from './Badge';

/** The symbol of *skyddad identitet*, with its words: wherever a protected citizen is named. */
export function ProtectedMark(): ReactNode {
  return (
    <Badge tone="observe" icon="shield">
      {t.standing.isProtected}
    </Badge>
  );
}
