import { type ReactNode, useState } from 'react';
import type { TemplateView } from '../../bindings';
import { Banner } from '../../components/Banner';
import { Button } from '../../components/Button';
import { Card } from '../../components/Card';
import { FailureBanner } from '../../components/FailureBanner';
import { Page } from '../../components/Page';
import { useFromTheTop } from '../../components/useFromTheTop';
import { formatDateTime } from '../../i18n/format';
import { t } from '../../i18n/sv';
import { useAct } from '../../query/useAct';
import { useCommand } from '../../query/useCommand';
import { to } from '../../route/hash';
import { paths } from '../../route/paths';
import styles from './Editor.module.css';
import { LatestChanges } from './life/Changes';
import { Waiting } from './life/Waiting';
import { Preview } from './Preview';
import { PrintDialog, sidesOf } from './print/PrintDialog';
import { StatusBadge } from './StatusBadge';

export interface ReadOnlyProps {
  readonly view: TemplateView;
  /** The number that was published a moment ago in this window. */
  readonly justPublished: number | null;
}

/** What is published, waits for approval or is archived: to look at. */
export function ReadOnly({ view, justPublished }: ReadOnlyProps): ReactNode {
  const words = t.builder.readOnly;
  const [isPrinting, setPrinting] = useState(false);
  useFromTheTop();
  const unit = useCommand('unit_settings', null).data;
  const startDraft = useAct('start_draft');
  const restore = useAct('restore_template');
  const isArchived = view.status === 'archived';
  const { draft } = view;
  const submission = isArchived ? null : (draft?.submission ?? null);
  const content = submission ? draft?.content : (view.published?.content ?? draft?.content);
  const act = isArchived ? restore : startDraft;
  return (
    <Page
      width="full"
      title={content?.name.trim() || t.builder.unnamed}
      breadcrumbs={[{ label: t.builder.list.title, href: to(paths.templates) }]}
      actions={
        <>
          <Button icon="save" onPress={() => setPrinting(true)}>
            {t.print.act}
          </Button>
          {view.mayEdit && !submission && (
            <Button
              tone="primary"
              icon={isArchived ? 'undo' : 'edit'}
              isPending={act.isPending}
              onPress={() => act.mutate({ template: view.id })}
            >
              {isArchived ? words.restore : words.edit}
            </Button>
          )}
        </>
      }
    >
      {justPublished !== null && !isArchived && (
        <Banner tone="success" title={t.builder.done.title(justPublished)} isAnnounced>
          <p>{t.builder.done.text}</p>
        </Banner>
      )}
      <FailureBanner failure={act.error?.failure ?? null} />
      <div className={styles.state}>
        <StatusBadge status={view.status} publishedNumber={view.published?.number ?? null} />
        <p className={styles.help}>
          {isArchived
            ? words.archived
            : view.published &&
              words.published(view.published.number, formatDateTime(view.published.published))}
        </p>
      </div>
      {content && (
        <div className={styles.looking}>
          <div className={styles.editing}>
            {draft && submission && <Waiting view={view} draft={draft} submission={submission} />}
            <Card title={t.builder.settings.instruction}>
              <p className={styles.help}>{t.builder.settings.instructionHelp}</p>
              <p className={styles.lines}>{content.handlerInstruction.trim() || words.noInstruction}</p>
            </Card>
            <LatestChanges template={view.id} latest={view.latest} />
          </div>
          <Preview content={content} unit={unit} />
        </div>
      )}
      {isPrinting && (
        <PrintDialog
          template={view.id}
          sides={sidesOf(view.draft !== null, view.published?.number ?? null)}
          onClose={() => setPrinting(false)}
        />
      )}
    </Page>
  );
}
