import { type ReactNode, useEffect, useRef, useState } from 'react';
import type { CaseCounts, CaseId, CaseRow, CaseScope, Worklist } from '../../bindings';
import { Badge } from '../../components/Badge';
import { Button } from '../../components/Button';
import { Checkbox } from '../../components/Choice';
import { cx } from '../../components/cx';
import { Disclosure } from '../../components/Disclosure';
import { EmptyState } from '../../components/EmptyState';
import { FailureBanner } from '../../components/FailureBanner';
import { Icon } from '../../components/Icon';
import { Link } from '../../components/Link';
import { Page } from '../../components/Page';
import { Spinner } from '../../components/Progress';
import { StatusLegend, StatusMarks } from '../../components/StatusMark';
import { type Column, Table } from '../../components/Table';
import { Tabs } from '../../components/Tabs';
import { TextField } from '../../components/TextField';
import { useNow } from '../../components/useNow';
import { VisuallyHidden } from '../../components/VisuallyHidden';
import { formatCounted, formatDateTimeBriefly, formatPersonNumber } from '../../i18n/format';
import { t } from '../../i18n/sv';
import { useCommand } from '../../query/useCommand';
import { go, to } from '../../route/hash';
import { paths } from '../../route/paths';
import styles from './CaseList.module.css';
import { leave } from './cameFrom';
import { Filters } from './Filters';
import { marksOf } from './marks';
import { Overdue } from './ReviewDue';
import { SeveralBar } from './SeveralBar';
import { type CasesSoFar, searched, useCases, useRested } from './useCases';
import { narrowedBy, type Shown, useFilter } from './useFilter';
import { type NewAnswers, useNewAnswers } from './useNewAnswers';
import { useSteadyScroll } from './useSteadyScroll';

export interface CaseListPageProps {
  /** `mine` is *Mina ärenden*, `unit` is *Fördelade ärenden*. */
  readonly scope: CaseScope;
  /** The address says which, so that links, the way back and a reload lead to it. */
  readonly list: Worklist;
}

/** The cases of a scope, by what is to be done with them. Reading and answering show at once, without anything being reloaded. */
export function CaseListPage({ scope, list }: CaseListPageProps): ReactNode {
  const words = t.cases.list[scope];
  const [filter, narrow] = useFilter(scope);
  const shown = { list, filter };
  const [search, setSearch] = useState('');
  const counts = useCommand('count_cases', { scope });
  useEffect(() => leave({ scope, list }), [scope, list]);
  return (
    <Page
      key={scope}
      title={words.title}
      lead={words.lead}
      width="full"
      actions={
        <Link href={to(paths.send)} look="button" icon="send">
          {t.navigation.sendNew}
        </Link>
      }
    >
      <div className={styles.top}>
        <TextField
          label={t.cases.list.search}
          description={t.cases.list.searchHelp}
          inputMode="search"
          spellCheck={false}
          value={search}
          onChange={setSearch}
        />
        <StatusLegend />
      </div>
      <Disclosure
        title={t.casework.filter.title(narrowedBy(filter))}
        isOpen={narrowedBy(filter) > 0}
        tone="quiet"
      >
        <Filters scope={scope} filter={filter} onChange={narrow} />
      </Disclosure>
      <Tabs
        label={t.cases.list.lists}
        selected={list}
        onSelect={(other) => go(paths.cases({ scope, list: other }))}
        tabs={worklists.map((one) => ({
          id: one,
          label: <ListName list={one} counts={counts.data} />,
          content: (
            <Cases
              key={`${one} ${JSON.stringify(filter)}`}
              scope={scope}
              shown={shown}
              search={search}
              unreadDays={counts.data?.unreadDays}
              onClear={() => {
                setSearch('');
                narrow({});
              }}
            />
          ),
        }))}
      />
    </Page>
  );
}

/** In the order of a day's work. */
const worklists = [
  'open',
  'toReview',
  'unanswered',
  'unread',
  'scheduled',
  'ended',
] as const satisfies readonly Worklist[];

function ListName({ list, counts }: { list: Worklist; counts: CaseCounts | undefined }): ReactNode {
  const count = list === 'open' || list === 'ended' ? undefined : counts?.[list];
  const name = t.cases.list.names[list];
  if (!count) return name;
  return (
    <>
      {name} <span className={styles.howMany}>{formatCounted(count)}</span>
    </>
  );
}

interface CasesProps {
  readonly scope: CaseScope;
  readonly shown: Shown;
  readonly search: string;
  readonly unreadDays: number | undefined;
  readonly onClear: () => void;
}

function Cases({ scope, shown, search, unreadDays, onClear }: CasesProps): ReactNode {
  const rested = useRested(search);
  const cases = useCases(scope, shown, rested);
  const news = useNewAnswers(cases.rows);
  const [marked, setMarked] = useState<ReadonlySet<CaseId>>(new Set());
  const there = (cases.rows ?? []).filter((row) => marked.has(row.case)).map((row) => row.case);
  const mark = (id: CaseId, isMarked: boolean): void => {
    const next = new Set(marked);
    if (isMarked) next.add(id);
    else next.delete(id);
    setMarked(next);
  };
  return (
    <div className={styles.cases}>
      <News news={news} />
      {shown.list === 'unread' && unreadDays !== undefined && (
        <p className={styles.count}>{t.cases.list.unreadHelp(unreadDays)}</p>
      )}
      {cases.error && <FailureBanner failure={cases.error.failure} onRetry={cases.retry} />}
      <List
        scope={scope}
        shown={shown}
        cases={cases}
        search={rested}
        marked={marked}
        onMark={mark}
        onClear={onClear}
      />
      <SeveralBar list={shown.list} selected={there} onClear={() => setMarked(new Set())} />
    </div>
  );
}

/** Said to those who listen; those who look see the S appear. */
function News({ news }: { news: NewAnswers | null }): ReactNode {
  return (
    <VisuallyHidden>
      <span role="status">{news && <span key={news.nth}>{t.cases.list.answered(news.count)}</span>}</span>
    </VisuallyHidden>
  );
}

interface ListProps extends Pick<CasesProps, 'scope' | 'shown' | 'search' | 'onClear'> {
  readonly cases: CasesSoFar;
  readonly marked: ReadonlySet<CaseId>;
  readonly onMark: (id: CaseId, isMarked: boolean) => void;
}

function List({ scope, shown, cases, search, marked, onMark, onClear }: ListProps): ReactNode {
  const now = useNow();
  const table = useRef<HTMLDivElement>(null);
  const { rows, error, more, isFetchingMore } = cases;
  useSteadyScroll(table, rows?.[0]?.case);
  if (!rows) return error ? null : <Spinner />;
  const isNarrowed = searched(search) !== null || narrowedBy(shown.filter) > 0;
  if (rows.length === 0) {
    if (isNarrowed) return <NoneFound onClear={onClear} />;
    return shown.list === 'open' ? <NoneSent scope={scope} /> : <NoneHere list={shown.list} />;
  }
  const box: Column<CaseRow> = {
    id: 'mark',
    heading: t.cases.list.mark,
    isHeadingHidden: true,
    isNarrow: true,
    cell: (row) => (
      <Checkbox
        label={<VisuallyHidden>{t.cases.list.markOne(row.citizenName, row.heading)}</VisuallyHidden>}
        isSelected={marked.has(row.case)}
        onChange={(isMarked) => onMark(row.case, isMarked)}
      />
    ),
  };
  const columns = columnsAt(now).filter((column) => scope === 'unit' || column.id !== 'handler');
  return (
    <>
      <div ref={table}>
        <Table
          caption={`${t.cases.list[scope].title}: ${t.cases.list.names[shown.list]}`}
          isCaptionHidden
          columns={[box, ...columns]}
          rows={rows}
          rowKey={(row) => row.case}
          rowHref={(row) => to(paths.case(row.case))}
        />
      </div>
      <div className={styles.bottom}>
        <p role="status" className={styles.count}>
          {t.cases.list.found(rows.length, more === null)}
        </p>
        {more && (
          <Button isPending={isFetchingMore} onPress={more}>
            {t.cases.list.more}
          </Button>
        )}
      </div>
    </>
  );
}

function columnsAt(now: number): readonly Column<CaseRow>[] {
  const words = t.cases.list;
  return [
    {
      id: 'status',
      heading: words.status,
      isNarrow: true,
      cell: (row) => (
        <>
          <StatusMarks {...marksOf(row.state, row.marking)} now={now} />
          {row.closure.closure === 'revoked' && <Badge>{words.revoked}</Badge>}
          {row.stopped && <Badge tone="observe">{t.casework.scheduled.stopped}</Badge>}
        </>
      ),
    },
    {
      id: 'name',
      heading: words.name,
      isName: true,
      cell: (row) => <Person name={row.citizenName} />,
    },
    {
      id: 'number',
      heading: words.number,
      isNarrow: true,
      cell: (row) => <span className={styles.number}>{formatPersonNumber(row.number)}</span>,
    },
    {
      id: 'case',
      heading: words.case,
      cell: (row) => (
        <>
          {row.heading} <span className={styles.marking}>{t.cases.marking[row.marking]}</span>{' '}
          {row.filesKept > 0 && <FilesKept count={row.filesKept} />} <Overdue due={row.reviewDue} now={now} />
        </>
      ),
    },
    {
      id: 'sent',
      heading: words.sent,
      isNarrow: true,
      cell: (row) => (
        <>
          <span className={styles.number}>{formatDateTimeBriefly(row.sent, now)}</span>
          <span className={styles.by}>
            {words.by} <Person name={row.senderName} />
          </span>
        </>
      ),
    },
    { id: 'handler', heading: words.handler, cell: (row) => <Person name={row.handlerName} /> },
  ];
}

/** Longer names than this may break, so that they do not push the rest of the row out of sight. */
const UNBROKEN = 24;

function Person({ name }: { name: string }): ReactNode {
  return <bdi className={cx(name.length <= UNBROKEN && styles.unbroken)}>{name}</bdi>;
}

function FilesKept({ count }: { count: number }): ReactNode {
  return (
    <span className={styles.files}>
      <Icon name="attachment" size={16} />
      <span aria-hidden="true">{count}</span>
      <VisuallyHidden>{t.cases.list.filesKept(count)}</VisuallyHidden>
    </span>
  );
}

function NoneSent({ scope }: { scope: CaseScope }): ReactNode {
  return (
    <EmptyState
      icon="inbox"
      title={t.cases.list.noneSent}
      actions={<Link href={to(paths.send)}>{t.navigation.sendNew}</Link>}
    >
      {scope === 'mine' ? t.cases.list.mineWhenNone : t.cases.list.unitWhenNone}
    </EmptyState>
  );
}

function NoneHere({ list }: { list: Exclude<Worklist, 'open'> }): ReactNode {
  const words = t.cases.list.none[list];
  return (
    <EmptyState icon={list === 'ended' ? 'archive' : 'success'} title={words.title}>
      {words.help}
    </EmptyState>
  );
}

function NoneFound({ onClear }: { onClear: () => void }): ReactNode {
  return (
    <EmptyState
      icon="search"
      title={t.cases.list.noneFound}
      actions={<Button onPress={onClear}>{t.cases.list.clearSearch}</Button>}
    >
      {t.cases.list.whenNoneFound}
    </EmptyState>
  );
}
