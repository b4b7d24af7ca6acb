import { type ReactNode, useEffect, useRef, useState } from 'react';
import type { CaseRow, CaseScope } from '../../bindings';
import { Button } from '../../components/Button';
import { cx } from '../../components/cx';
import { EmptyState } from '../../components/EmptyState';
import { FailureBanner } from '../../components/FailureBanner';
import { Icon } from '../../components/Icon';
import { Link } from '../../components/Link';
import { Page } from '../../components/Page';
import { Spinner } from '../../components/Progress';
import { StatusLegend, StatusMarks } from '../../components/StatusMark';
import { type Column, Table } from '../../components/Table';
import { TextField } from '../../components/TextField';
import { useNow } from '../../components/useNow';
import { VisuallyHidden } from '../../components/VisuallyHidden';
import { formatDateTimeBriefly, formatPersonNumber } from '../../i18n/format';
import { t } from '../../i18n/sv';
import { to } from '../../route/hash';
import { paths } from '../../route/paths';
import styles from './CaseList.module.css';
import { leave } from './cameFrom';
import { marksOf } from './marks';
import { type Cases, searched, useCases, useRested } from './useCases';
import { type NewAnswers, useNewAnswers } from './useNewAnswers';
import { useSteadyScroll } from './useSteadyScroll';

export interface CaseListPageProps {
  /** `mine` is *Mina ärenden*, `unit` is *Fördelade ärenden*. */
  readonly scope: CaseScope;
}

/** The cases that were sent, newest first. Reading and answering show at once, without anything being reloaded. */
export function CaseListPage({ scope }: CaseListPageProps): ReactNode {
  const words = t.cases.list[scope];
  const [search, setSearch] = useState('');
  const rested = useRested(search);
  const cases = useCases(scope, rested);
  const news = useNewAnswers(cases.rows);
  useEffect(() => leave(scope), [scope]);
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
      <News news={news} />
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
      {cases.error && <FailureBanner failure={cases.error.failure} onRetry={cases.retry} />}
      <List scope={scope} cases={cases} search={rested} onClear={() => setSearch('')} />
    </Page>
  );
}

/** Said to those who listen; those who look see the S appear. */
function News({ news }: { news: NewAnswers | null }): ReactNode {
  return (
    <div role="status">
      {news && <VisuallyHidden key={news.nth}>{t.cases.list.answered(news.count)}</VisuallyHidden>}
    </div>
  );
}

interface ListProps {
  readonly scope: CaseScope;
  readonly cases: Cases;
  readonly search: string;
  readonly onClear: () => void;
}

function List({ scope, cases, search, onClear }: ListProps): ReactNode {
  const now = useNow();
  const table = useRef<HTMLDivElement>(null);
  const { rows, error, more, isFetchingMore } = cases;
  useSteadyScroll(table, rows?.[0]?.case);
  if (!rows) return error ? null : <Spinner />;
  const isSearch = searched(search) !== null;
  if (rows.length === 0) return isSearch ? <NoneFound onClear={onClear} /> : <NoneSent scope={scope} />;
  const columns = columnsAt(now).filter((column) => scope === 'unit' || column.id !== 'sender');
  return (
    <>
      <div ref={table}>
        <Table
          caption={t.cases.list[scope].title}
          isCaptionHidden
          columns={columns}
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
      cell: (row) => <StatusMarks {...marksOf(row.state, row.marking)} now={now} />,
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
          {row.heading} <span className={styles.marking}>{t.cases.marking[row.marking]}</span>
        </>
      ),
    },
    {
      id: 'sent',
      heading: words.sent,
      isNarrow: true,
      cell: (row) => <span className={styles.number}>{formatDateTimeBriefly(row.sent, now)}</span>,
    },
    { id: 'sender', heading: words.sender, cell: (row) => <Person name={row.senderName} /> },
    {
      id: 'files',
      heading: words.files,
      isNarrow: true,
      align: 'end',
      cell: (row) => <FilesKept count={row.filesKept} />,
    },
  ];
}

/** Longer names than this may break, so that they do not push the rest of the row out of sight. */
const UNBROKEN = 24;

function Person({ name }: { name: string }): ReactNode {
  return <bdi className={cx(name.length <= UNBROKEN && styles.unbroken)}>{name}</bdi>;
}

function FilesKept({ count }: { count: number }): ReactNode {
  if (count === 0) return <VisuallyHidden>{t.cases.list.noFiles}</VisuallyHidden>;
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
