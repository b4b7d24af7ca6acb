import { type ReactNode, useState } from 'react';
import type { TemplateRow } from '../../bindings';
import { Answered } from '../../components/Answered';
import { Button, IconButton } from '../../components/Button';
import { EmptyState } from '../../components/EmptyState';
import { FailureBanner } from '../../components/FailureBanner';
import { Link } from '../../components/Link';
import { Page } from '../../components/Page';
import { Select } from '../../components/Select';
import { type Column, type Sort, Table } from '../../components/Table';
import { TextField } from '../../components/TextField';
import { showToast } from '../../components/Toast';
import { useNow } from '../../components/useNow';
import { formatDateTimeBriefly } from '../../i18n/format';
import { t } from '../../i18n/sv';
import { useAct } from '../../query/useAct';
import { useCommand } from '../../query/useCommand';
import { to } from '../../route/hash';
import { paths } from '../../route/paths';
import { type Filter, filters, found } from './filter';
import { NewTemplateDialog } from './NewTemplateDialog';
import { StatusBadge } from './StatusBadge';
import styles from './TemplatesPage.module.css';

/** All the unit's templates. */
export function TemplatesPage(): ReactNode {
  const words = t.builder.list;
  const [isNaming, setNaming] = useState(false);
  const listed = useCommand('list_templates', null);
  const archive = useAct('archive_template');
  const restore = useAct('restore_template');
  const write = useAct('export_template');
  const create = (
    <>
      <Link href={to(paths.importTemplates)} look="button">
        {t.exchange.title}
      </Link>
      <Button tone="primary" icon="add" onPress={() => setNaming(true)}>
        {words.create}
      </Button>
    </>
  );

  const doArchive = (row: TemplateRow): void => {
    restore.reset();
    const undo = (): void => restore.mutate({ template: row.id });
    archive.mutate(
      { template: row.id },
      { onSuccess: () => showToast({ text: words.archived(row.name), onUndo: undo }) },
    );
  };
  const doRestore = (row: TemplateRow): void => {
    archive.reset();
    const undo = (): void => archive.mutate({ template: row.id });
    restore.mutate(
      { template: row.id },
      { onSuccess: () => showToast({ text: words.restored(row.name), onUndo: undo }) },
    );
  };

  const doExport = (row: TemplateRow): void =>
    write.mutate(
      { template: row.id },
      { onSuccess: (isSaved) => isSaved && showToast({ text: t.exchange.exported(row.name) }) },
    );

  return (
    <Page title={words.title} lead={words.lead} actions={create}>
      <FailureBanner
        failure={archive.error?.failure ?? restore.error?.failure ?? write.error?.failure ?? null}
      />
      <Answered asked={listed}>
        {(rows) =>
          rows.length === 0 ? (
            <EmptyState icon="template" title={words.empty} actions={create}>
              <p>{words.emptyHelp}</p>
            </EmptyState>
          ) : (
            <Templates rows={rows} onArchive={doArchive} onRestore={doRestore} onExport={doExport} />
          )
        }
      </Answered>
      <NewTemplateDialog isOpen={isNaming} onClose={() => setNaming(false)} />
    </Page>
  );
}

interface TemplatesProps {
  readonly rows: readonly TemplateRow[];
  readonly onArchive: (row: TemplateRow) => void;
  readonly onRestore: (row: TemplateRow) => void;
  readonly onExport: (row: TemplateRow) => void;
}

function Templates({ rows, onArchive, onRestore, onExport }: TemplatesProps): ReactNode {
  const words = t.builder.list;
  const now = useNow();
  const [search, setSearch] = useState('');
  const [filter, setFilter] = useState<Filter>('current');
  const [sort, setSort] = useState<Sort>({ column: 'name', direction: 'ascending' });
  const shown = found(rows, search, filter, sort);

  const columns: readonly Column<TemplateRow>[] = [
    {
      id: 'name',
      heading: words.columns.name,
      isSortable: true,
      cell: (row) => row.name.trim() || t.builder.unnamed,
    },
    { id: 'marking', heading: words.columns.marking, cell: (row) => t.common.marking[row.marking] },
    {
      id: 'status',
      heading: words.columns.status,
      cell: (row) => (
        <span className={styles.status}>
          <StatusBadge status={row.status} publishedNumber={row.publishedNumber} />
          {row.hasDraft && row.status === 'published' && (
            <span className={styles.beside}>{t.builder.status.draftBeside}</span>
          )}
        </span>
      ),
    },
    {
      id: 'changed',
      heading: words.columns.changed,
      isSortable: true,
      isNarrow: true,
      cell: (row) => formatDateTimeBriefly(row.changed, now),
    },
    {
      id: 'acts',
      heading: words.columns.acts,
      isHeadingHidden: true,
      isNarrow: true,
      align: 'end',
      cell: (row) => (
        <span className={styles.acts}>
          <IconButton icon="save" label={t.exchange.exportOne(row.name)} onPress={() => onExport(row)} />
          {row.status === 'archived' ? (
            <IconButton icon="undo" label={words.restore(row.name)} onPress={() => onRestore(row)} />
          ) : (
            <IconButton icon="archive" label={words.archive(row.name)} onPress={() => onArchive(row)} />
          )}
        </span>
      ),
    },
  ];

  return (
    <div className={styles.templates}>
      <div className={styles.filters}>
        <div className={styles.search}>
          <TextField label={words.search} inputMode="search" value={search} onChange={setSearch} />
        </div>
        <Select
          label={words.show}
          options={filters.map((value) => ({ value, label: words.filters[value] }))}
          value={filter}
          onChange={setFilter}
        />
      </div>
      <p className={styles.count} role="status">
        {words.count(shown.length)}
      </p>
      <Table
        caption={words.title}
        isCaptionHidden
        columns={columns}
        rows={shown}
        rowKey={(row) => row.id}
        rowHref={(row) => to(paths.template(row.id))}
        sort={sort}
        onSort={setSort}
        empty={
          <EmptyState
            icon="search"
            title={words.noMatch}
            actions={
              <Button
                size="small"
                onPress={() => {
                  setSearch('');
                  setFilter('all');
                }}
              >
                {words.showAll}
              </Button>
            }
          >
            <p>{words.noMatchHelp}</p>
          </EmptyState>
        }
      />
    </div>
  );
}
