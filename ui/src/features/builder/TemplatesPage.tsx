import { type ReactNode, useDeferredValue, useMemo, useState } from 'react';
import type { Starter, TemplateRow } from '../../bindings';
import { Answered } from '../../components/Answered';
import { Button, IconButton } from '../../components/Button';
import { DropAnywhere } from '../../components/DropAnywhere';
import { EmptyState } from '../../components/EmptyState';
import { FailureBanner } from '../../components/FailureBanner';
import { Link } from '../../components/Link';
import { Menu, type MenuAct } from '../../components/Menu';
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
import { go, to } from '../../route/hash';
import { paths } from '../../route/paths';
import { given } from './exchange/given';
import { categoriesOf, type Filter, filters, found } from './filter';
import { AboutTemplate } from './library/AboutTemplate';
import { OrganiseDialog } from './library/OrganiseDialog';
import { UsageDialog } from './library/Usage';
import { NewTemplateDialog } from './NewTemplateDialog';
import { PrintDialog, sidesOf } from './print/PrintDialog';
import { StatusBadge } from './StatusBadge';
import { StarterList } from './starters/StarterList';
import styles from './TemplatesPage.module.css';

/** All the unit's templates. Who only approves them changes none. */
export function TemplatesPage({ canEdit }: { canEdit: boolean }): ReactNode {
  const words = t.builder.list;
  const [naming, setNaming] = useState<{ readonly begin: Starter | null } | null>(null);
  const [organising, setOrganising] = useState<TemplateRow | null>(null);
  const [printing, setPrinting] = useState<TemplateRow | null>(null);
  const [using, setUsing] = useState<TemplateRow | null>(null);
  const listed = useCommand('list_templates', null);
  const archive = useAct('archive_template');
  const restore = useAct('restore_template');
  const write = useAct('export_template');
  const mark = useAct('mark_favourite');
  const create = canEdit && (
    <>
      <Link href={to(paths.importTemplates)} look="button">
        {t.exchange.title}
      </Link>
      <Button tone="primary" icon="add" onPress={() => setNaming({ begin: null })}>
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

  const readIn = (file: File): void => {
    given.put(file);
    go(paths.importTemplates);
  };

  const actsOf = (row: TemplateRow): MenuAct[] => {
    const history: MenuAct = {
      id: 'history',
      label: t.life.history.open,
      icon: 'clock',
      onAct: () => go(paths.templateHistory(row.id)),
    };
    const toPrint: MenuAct = {
      id: 'print',
      label: t.print.act,
      icon: 'save',
      onAct: () => setPrinting(row),
    };
    const usage: MenuAct = {
      id: 'usage',
      label: t.library.usage.act,
      icon: 'people',
      onAct: () => setUsing(row),
    };
    if (!canEdit) return [history, usage, toPrint];
    return [
      history,
      usage,
      {
        id: 'organise',
        label: t.library.organiseAct,
        icon: 'register',
        onAct: () => setOrganising(row),
      },
      { id: 'export', label: t.library.exportAct, icon: 'save', onAct: () => doExport(row) },
      toPrint,
      row.status === 'archived'
        ? { id: 'restore', label: t.library.restoreAct, icon: 'undo', onAct: () => doRestore(row) }
        : { id: 'archive', label: t.library.archiveAct, icon: 'archive', onAct: () => doArchive(row) },
    ];
  };
  const failures = [archive, restore, write, mark].map((act) => act.error?.failure);

  return (
    <Page width="full" title={words.title} lead={words.lead} actions={create}>
      <FailureBanner failure={failures.find((failure) => failure !== undefined) ?? null} />
      <Answered asked={listed}>
        {(rows) =>
          rows.length === 0 ? (
            <>
              <EmptyState icon="template" title={words.empty} actions={create}>
                <p>{words.emptyHelp}</p>
              </EmptyState>
              {canEdit && <StarterList onBegin={(begin) => setNaming({ begin })} />}
            </>
          ) : (
            <Templates
              rows={rows}
              actsOf={actsOf}
              onMark={(row) => mark.mutate({ template: row.id, isFavourite: !row.isFavourite })}
            />
          )
        }
      </Answered>
      {canEdit && <DropAnywhere words={t.exchange.dropNow} onFile={readIn} />}
      {naming && <NewTemplateDialog {...naming} onClose={() => setNaming(null)} />}
      {printing && (
        <PrintDialog
          template={printing.id}
          sides={sidesOf(printing.hasDraft, printing.publishedNumber)}
          onClose={() => setPrinting(null)}
        />
      )}
      {using && (
        <UsageDialog
          template={using.id}
          name={using.name.trim() || t.builder.unnamed}
          onClose={() => setUsing(null)}
        />
      )}
      {organising && (
        <OrganiseDialog
          row={organising}
          categories={categoriesOf(listed.data ?? [])}
          onClose={() => setOrganising(null)}
        />
      )}
    </Page>
  );
}

interface TemplatesProps {
  readonly rows: readonly TemplateRow[];
  readonly actsOf: (row: TemplateRow) => readonly MenuAct[];
  readonly onMark: (row: TemplateRow) => void;
}

/** What stands for every category in the list of them; none is called so. */
const EVERY = '*';

function Templates({ rows, actsOf, onMark }: TemplatesProps): ReactNode {
  const words = t.builder.list;
  const now = useNow();
  const [search, setSearch] = useState('');
  const [filter, setFilter] = useState<Filter>('current');
  const [category, setCategory] = useState<string | null>(null);
  const [sort, setSort] = useState<Sort>({ column: 'name', direction: 'ascending' });
  const sought = useDeferredValue(search.trim());
  const answered = useCommand(
    'search_templates',
    { search: sought },
    { enabled: sought !== '', keepPrevious: true },
  ).data;
  const hits = useMemo(
    () => (sought === '' || !answered ? null : new Map(answered.map((hit) => [hit.template, hit.text]))),
    [sought, answered],
  );
  const categories = categoriesOf(rows);
  const shown = found(rows, { search, hits, filter, category }, sort);

  const columns: readonly Column<TemplateRow>[] = [
    {
      id: 'favourite',
      heading: t.library.favourite.mark,
      isHeadingHidden: true,
      isNarrow: true,
      cell: (row) => (
        <span className={styles.acts}>
          <IconButton
            icon={row.isFavourite ? 'starFilled' : 'star'}
            label={row.isFavourite ? t.library.favourite.off(row.name) : t.library.favourite.on(row.name)}
            onPress={() => onMark(row)}
          />
        </span>
      ),
    },
    {
      id: 'name',
      heading: words.columns.name,
      isSortable: true,
      isName: true,
      cell: (row) => row.name.trim() || t.builder.unnamed,
      below: (row) => <AboutTemplate row={row} search={search} hit={hits?.get(row.id) ?? null} />,
    },
    { id: 'marking', heading: words.columns.marking, cell: (row) => t.common.marking[row.marking] },
    ...(categories.length > 0
      ? [
          {
            id: 'category',
            heading: t.library.category,
            isSortable: true,
            cell: (row: TemplateRow) => row.category,
          },
        ]
      : []),
    {
      id: 'status',
      heading: words.columns.status,
      cell: (row) => (
        <span className={styles.status}>
          <StatusBadge status={row.status} publishedNumber={row.publishedNumber} />
          {row.awaitsApproval && <span className={styles.beside}>{t.life.approval.status}</span>}
          {row.hasDraft && !row.awaitsApproval && row.status === 'published' && (
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
          <Menu tone="quiet" size="small" aria-label={t.library.actsFor(row.name)} acts={actsOf(row)}>
            {t.library.acts}
          </Menu>
        </span>
      ),
    },
  ];

  return (
    <div className={styles.templates}>
      <div className={styles.filters}>
        <div className={styles.search}>
          <TextField
            label={words.search}
            description={words.searchHelp}
            inputMode="search"
            value={search}
            onChange={setSearch}
          />
        </div>
        {categories.length > 0 && (
          <Select
            label={t.library.category}
            options={[
              { value: EVERY, label: t.library.allCategories },
              ...categories.map((value) => ({ value, label: value })),
              { value: '', label: t.library.noCategory },
            ]}
            value={category ?? EVERY}
            onChange={(value) => setCategory(value === EVERY ? null : value)}
          />
        )}
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
                  setCategory(null);
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
