import type { ReactNode } from 'react';
import type { RegisterRow } from '../../bindings';
import { Badge } from '../../components/Badge';
import { ProtectedMark } from '../../components/ProtectedMark';
import { t } from '../../i18n/sv';

/** The name of a citizen in a list, with the symbol where the identity is protected. */
export function Named({ name, isProtected }: Pick<RegisterRow, 'name' | 'isProtected'>): ReactNode {
  return (
    <>
      {name} {isProtected && <ProtectedMark />}
    </>
  );
}

/** Whether a citizen in a list can be written to, or why not. */
export function Reach({ unreachable }: Pick<RegisterRow, 'unreachable'>): ReactNode {
  return unreachable === null ? (
    <Badge tone="success">{t.standing.verdict.yes}</Badge>
  ) : (
    <>
      <Badge tone="observe">{t.standing.verdict.no}</Badge> {t.standing.unreachable[unreachable].brief}
    </>
  );
}
