import { type ReactNode, useState } from 'react';
import type { Side, TemplateHistory, TemplateId, VersionView } from '../../../bindings';
import { Answered } from '../../../components/Answered';
import { Badge } from '../../../components/Badge';
import { Button } from '../../../components/Button';
import { FailureBanner } from '../../../components/FailureBanner';
import { Page, Section } from '../../../components/Page';
import { Select } from '../../../components/Select';
import { type Column, Table } from '../../../components/Table';
import { showToast } from '../../../components/Toast';
import { formatDateTime } from '../../../i18n/format';
import { t } from '../../../i18n/sv';
import { useAct } from '../../../query/useAct';
import { useCommand } from '../../../query/useCommand';
import { go, to } from '../../../route/hash';
import { paths } from '../../../route/paths';
import { Usage } from '../library/Usage';
import { PrintDialog, type PrintSide } from '../print/PrintDialog';
import { Changes } from './Changes';
import { DifferenceList } from './DifferenceList';
import styles from './Life.module.css';

/** Digits of a fingerprint that are shown: enough to compare by eye. */
const SHOWN_DIGITS = 12;

export interface HistoryPageProps {
  readonly id: TemplateId;
  readonly canEdit: boolean;
}

/** What became of a template: its versions, what differs between them, and all that happened. */
export function HistoryPage({ id, canEdit }: HistoryPageProps): ReactNode {
  const words = t.life.history;
  const asked = useCommand('template_history', { template: id });
  const name = asked.data?.name.trim() || t.builder.unnamed;
  return (
    <Page
      title={words.title}
      lead={asked.data && name}
      breadcrumbs={[
        { label: t.builder.list.title, href: to(paths.templates) },
        { label: name, href: to(paths.template(id)) },
      ]}
    >
      <Answered asked={asked}>
        {(history) => <History id={id} history={history} canEdit={canEdit} />}
      </Answered>
    </Page>
  );
}

function History({ id, history, canEdit }: HistoryPageProps & { history: TemplateHistory }): ReactNode {
  const words = t.life.history;
  const restore = useAct('restore_version');
  const [printing, setPrinting] = useState<PrintSide | null>(null);
  const { versions } = history;
  const doRestore = (version: VersionView): void =>
    restore.mutate(
      { template: id, version: version.version },
      {
        onSuccess: () => {
          showToast({ text: words.restored(version.number) });
          go(paths.template(id));
        },
      },
    );
  const columns: readonly Column<VersionView>[] = [
    {
      id: 'version',
      heading: words.columns.version,
      cell: (row) => (
        <span className={styles.version}>
          {words.version(row.number)}
          {row === versions[0] && <Badge tone="success">{words.current}</Badge>}
        </span>
      ),
    },
    { id: 'published', heading: words.columns.published, cell: (row) => formatDateTime(row.published) },
    { id: 'by', heading: words.columns.by, cell: (row) => row.by ?? words.unknown },
    { id: 'cases', heading: words.columns.cases, cell: (row) => words.cases(row.sent, row.open) },
    {
      id: 'fingerprint',
      heading: words.columns.fingerprint,
      cell: (row) =>
        row.isIntact ? (
          <span className={styles.fingerprint}>
            {row.fingerprint?.slice(0, SHOWN_DIGITS) ?? words.unknown}
          </span>
        ) : (
          <span className={styles.broken}>{words.notIntact}</span>
        ),
    },
    {
      id: 'acts',
      heading: words.columns.acts,
      isHeadingHidden: true,
      isNarrow: true,
      align: 'end',
      cell: (row) => (
        <span className={styles.acts}>
          {canEdit && row.isIntact && (
            <Button
              size="small"
              icon="undo"
              aria-label={words.restoreOf(row.number)}
              isPending={restore.isPending && restore.variables.version === row.version}
              onPress={() => doRestore(row)}
            >
              {words.restore}
            </Button>
          )}
          <Button
            size="small"
            icon="save"
            aria-label={t.print.actFor(words.version(row.number))}
            onPress={() => setPrinting(sideOf(row))}
          >
            {t.print.act}
          </Button>
        </span>
      ),
    },
  ];
  return (
    <>
      <FailureBanner failure={restore.error?.failure ?? null} />
      <Section title={words.versions}>
        {versions.length === 0 ? (
          <p>{words.none}</p>
        ) : (
          <Table
            caption={words.versions}
            isCaptionHidden
            columns={columns}
            rows={versions}
            rowKey={(row) => row.version}
          />
        )}
      </Section>
      {sidesOf(history).length > 1 && <Compare id={id} history={history} />}
      {versions.length > 0 && (
        <Section title={t.library.usage.title}>
          <Usage template={id} />
        </Section>
      )}
      <Section title={words.changes}>
        <Changes changes={history.changes} />
      </Section>
      {printing && <PrintDialog template={id} sides={[printing]} onClose={() => setPrinting(null)} />}
    </>
  );
}

function sideOf(version: VersionView): PrintSide {
  const label = t.life.history.version(version.number);
  return { value: version.version, label, side: { side: 'version', version: version.version } };
}

/** What can be compared, the newest first. */
function sidesOf({ versions, hasDraft }: TemplateHistory): PrintSide[] {
  const draft: PrintSide = { value: 'draft', label: t.life.history.draft, side: { side: 'draft' } };
  return [...(hasDraft ? [draft] : []), ...versions.map(sideOf)];
}

/** Two sides to choose, and what differs between them. */
function Compare({ id, history }: { id: TemplateId; history: TemplateHistory }): ReactNode {
  const words = t.life.compare;
  const sides = sidesOf(history);
  const [chosen, setChosen] = useState<{ before?: string; after?: string }>({});
  const after = sides.find(({ value }) => value === chosen.after) ?? sides[0];
  const before = sides.find(({ value }) => value === chosen.before) ?? sides[1];
  if (!before || !after) return null;
  return (
    <Section title={words.heading}>
      <div className={styles.pickers}>
        <Select
          label={words.before}
          options={sides}
          value={before.value}
          onChange={(value) => setChosen({ ...chosen, before: value })}
        />
        <Select
          label={words.after}
          options={sides}
          value={after.value}
          onChange={(value) => setChosen({ ...chosen, after: value })}
        />
      </div>
      {before.value === after.value ? (
        <p role="status">{words.sameSide}</p>
      ) : (
        <Compared id={id} before={before.side} after={after.side} />
      )}
    </Section>
  );
}

/** What differs between two sides, once it is known. */
export function Compared({ id, before, after }: { id: TemplateId; before: Side; after: Side }): ReactNode {
  const asked = useCommand('compare_versions', { template: id, before, after });
  return <Answered asked={asked}>{(comparison) => <DifferenceList comparison={comparison} />}</Answered>;
}
