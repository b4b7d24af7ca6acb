import type { ReactNode } from 'react';
import type { ImportError, ImportPreview, ImportRow } from '../../bindings';
import { Badge } from '../../components/Badge';
import { Banner } from '../../components/Banner';
import { Button, ButtonRow } from '../../components/Button';
import { FailureBanner, type FailureBannerProps } from '../../components/FailureBanner';
import { Section } from '../../components/Page';
import { type Column, Table } from '../../components/Table';
import { formatPersonNumber } from '../../i18n/format';
import { t } from '../../i18n/sv';
import { textOfLine } from './lineProblem';
import { Named, Reach } from './Reach';

const words = t.citizens.importing;

/** Rows drawn at most. Errors too: whoever has more than this mends the file's cause, not its lines. */
const DRAWN = 200;

export interface PreviewProps {
  readonly preview: ImportPreview;
  readonly isPending: boolean;
  readonly failure: FailureBannerProps['failure'];
  readonly onImport: () => void;
}

/** What the file holds, line by line: first what is wrong with it. It can be taken in only when nothing is. */
export function Preview({ preview, isPending, failure, onImport }: PreviewProps): ReactNode {
  const { rows, errors } = preview;
  const known = rows.filter((row) => row.known).length;
  const isTakeable = errors.length === 0 && rows.length > 0;
  return (
    <>
      {errors.length > 0 && (
        <Section title={words.errorsTitle(errors.length)}>
          <Banner tone="error" isAnnounced>
            <p>{words.errorsLead}</p>
          </Banner>
          <Table
            caption={words.errorsTitle(errors.length)}
            isCaptionHidden
            rows={errors.slice(0, DRAWN)}
            rowKey={(error) => String(error.line)}
            columns={errorColumns}
          />
          <Cut drawn={DRAWN} all={errors.length} />
        </Section>
      )}
      <Section title={words.rowsTitle(rows.length)}>
        {rows.length === 0 ? (
          errors.length === 0 && <p role="status">{words.emptyFile}</p>
        ) : (
          <>
            <p role="status">{words.rowsLead(rows.length - known, known)}</p>
            {isTakeable && (
              <ButtonRow>
                <Button tone="primary" isPending={isPending} onPress={onImport}>
                  {words.submit(rows.length)}
                </Button>
              </ButtonRow>
            )}
            <FailureBanner failure={failure} />
            <Table
              caption={words.rowsTitle(rows.length)}
              isCaptionHidden
              rows={rows.slice(0, DRAWN)}
              rowKey={(row) => String(row.line)}
              columns={rowColumns}
            />
            <Cut drawn={DRAWN} all={rows.length} />
          </>
        )}
      </Section>
    </>
  );
}

function Cut({ drawn, all }: { drawn: number; all: number }): ReactNode {
  return all > drawn && <p>{words.cut(drawn, all)}</p>;
}

const errorColumns: readonly Column<ImportError>[] = [
  { id: 'line', heading: words.errorColumns.line, isNarrow: true, cell: ({ line }) => line },
  { id: 'wrong', heading: words.errorColumns.wrong, cell: ({ reason }) => textOfLine(reason).wrong },
  { id: 'mend', heading: words.errorColumns.mend, cell: ({ reason }) => textOfLine(reason).mend },
];

const rowColumns: readonly Column<ImportRow>[] = [
  { id: 'line', heading: words.rowColumns.line, isNarrow: true, cell: ({ line }) => line },
  { id: 'name', heading: words.rowColumns.name, isName: true, cell: Named },
  {
    id: 'number',
    heading: words.rowColumns.number,
    isNarrow: true,
    cell: ({ number }) => formatPersonNumber(number),
  },
  {
    id: 'careRelation',
    heading: words.rowColumns.careRelation,
    cell: ({ careRelation }) => careRelation ?? t.citizens.noCareRelation,
  },
  { id: 'reach', heading: words.rowColumns.reach, cell: Reach },
  {
    id: 'state',
    heading: words.stateHeading,
    isNarrow: true,
    cell: ({ known }) => (known ? <Badge>{words.known}</Badge> : <Badge tone="accent">{words.fresh}</Badge>),
  },
];
