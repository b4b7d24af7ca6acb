import type { ReactNode } from 'react';
import type { ChangeView, TemplateChange, TemplateId } from '../../../bindings';
import { Card } from '../../../components/Card';
import { Link } from '../../../components/Link';
import { formatDateTime } from '../../../i18n/format';
import { t } from '../../../i18n/sv';
import { to } from '../../../route/hash';
import { paths } from '../../../route/paths';
import styles from './Life.module.css';

/** What happened, the newest first: when, what and by whom. */
export function Changes({ changes }: { changes: readonly ChangeView[] }): ReactNode {
  return (
    <ol className={styles.changes}>
      {changes.map((change) => (
        <li key={`${change.at} ${change.what.change}`} className={styles.change}>
          <span>{changeInWords(change.what)}</span>
          <span className={styles.when}>
            <time dateTime={new Date(change.at).toISOString()}>{formatDateTime(change.at)}</time>
            {` · ${change.by ?? t.life.history.someone}`}
          </span>
        </li>
      ))}
    </ol>
  );
}

/** The latest changes, which the guideline asks for on the template itself. */
export function LatestChanges({
  template,
  latest,
}: {
  template: TemplateId;
  latest: readonly ChangeView[];
}): ReactNode {
  const words = t.life.history;
  return (
    <Card title={words.latest} actions={<Link href={to(paths.templateHistory(template))}>{words.all}</Link>}>
      <Changes changes={latest} />
    </Card>
  );
}

function changeInWords(what: TemplateChange): string {
  const words = t.life.changes;
  switch (what.change) {
    case 'versionRestored':
      return words.versionRestored(what.number);
    case 'published':
      return words.published(what.number);
    case 'returned':
      return words.returned(what.comment);
    case 'created':
    case 'imported':
    case 'draftBegun':
    case 'submitted':
    case 'withdrawn':
    case 'archived':
    case 'unarchived':
      return words[what.change];
  }
}
