import { type ReactNode, useState } from 'react';
import type { RegisterRow } from '../../bindings';
import { Answered } from '../../components/Answered';
import { Button } from '../../components/Button';
import { EmptyState } from '../../components/EmptyState';
import { Link } from '../../components/Link';
import { Page } from '../../components/Page';
import { type Column, Table } from '../../components/Table';
import { TextField } from '../../components/TextField';
import { formatPersonNumber } from '../../i18n/format';
import { t } from '../../i18n/sv';
import { useCommand } from '../../query/useCommand';
import { to } from '../../route/hash';
import { paths } from '../../route/paths';
import { fits } from './filter';
import { Named, Reach } from './Reach';

const words = t.citizens;

/** Rows drawn at most: a register may hold tens of thousands. */
const DRAWN = 200;

/** The unit's register. */
export function CitizensPage(): ReactNode {
  // Some are protected: nothing of them is kept once the page is left.
  const citizens = useCommand('list_citizens', null, { isFresh: true });
  return (
    <Page
      title={words.title}
      lead={words.lead}
      actions={
        <Link href={to(paths.importCitizens)} look="button" icon="add">
          {words.import}
        </Link>
      }
    >
      <Answered asked={citizens} waiting={words.waiting}>
        {(all) =>
          all.length === 0 ? (
            <EmptyState
              icon="people"
              title={words.none.title}
              actions={
                <Link href={to(paths.importCitizens)} look="button" icon="add">
                  {words.import}
                </Link>
              }
            >
              <p>{words.none.text}</p>
            </EmptyState>
          ) : (
            <Register all={all} />
          )
        }
      </Answered>
    </Page>
  );
}

function Register({ all }: { all: readonly RegisterRow[] }): ReactNode {
  const [filter, setFilter] = useState('');
  const fitting = all.filter((citizen) => fits(citizen, filter));
  return (
    <>
      <TextField
        label={words.filter}
        value={filter}
        onChange={setFilter}
        inputMode="search"
        spellCheck={false}
      />
      <p role="status">
        {words.count(fitting.length, all.length)}
        {fitting.length > DRAWN && `. ${words.cut(DRAWN)}`}
      </p>
      <Table
        caption={words.title}
        isCaptionHidden
        rows={fitting.slice(0, DRAWN)}
        rowKey={(citizen) => citizen.id}
        columns={columns}
        empty={
          <EmptyState
            icon="search"
            title={words.noMatch.title}
            actions={<Button onPress={() => setFilter('')}>{words.noMatch.clear}</Button>}
          >
            <p>{words.noMatch.text}</p>
          </EmptyState>
        }
      />
    </>
  );
}

const columns: readonly Column<RegisterRow>[] = [
  { id: 'name', heading: words.columns.name, cell: Named },
  {
    id: 'number',
    heading: words.columns.number,
    isNarrow: true,
    cell: ({ number }) => formatPersonNumber(number),
  },
  {
    id: 'careRelation',
    heading: words.columns.careRelation,
    cell: ({ careRelation }) => careRelation ?? words.noCareRelation,
  },
  { id: 'reach', heading: words.columns.reach, cell: Reach },
];
