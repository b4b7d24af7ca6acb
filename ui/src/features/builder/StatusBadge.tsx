import type { ReactNode } from 'react';
import type { TemplateStatus } from '../../bindings';
import { Badge } from '../../components/Badge';
import { t } from '../../i18n/sv';

export interface StatusBadgeProps {
  readonly status: TemplateStatus;
  readonly publishedNumber: number | null;
}

/** *Utkast*, *Publicerad v3* or *Arkiverad*. */
export function StatusBadge({ status, publishedNumber }: StatusBadgeProps): ReactNode {
  const words = t.builder.status;
  switch (status) {
    case 'draft':
      return <Badge tone="observe">{words.draft}</Badge>;
    case 'published':
      return <Badge tone="success">{words.published(publishedNumber ?? 1)}</Badge>;
    case 'archived':
      return <Badge>{words.archived}</Badge>;
  }
}
