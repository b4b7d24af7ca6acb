import { type ReactNode, useState } from 'react';
import type { PurgeReport, ReportFormat } from '../../bindings';
import { Answered } from '../../components/Answered';
import { Button, ButtonRow } from '../../components/Button';
import { FailureBanner } from '../../components/FailureBanner';
import { Table } from '../../components/Table';
import { showToast } from '../../components/Toast';
import { t } from '../../i18n/sv';
import { useAct } from '../../query/useAct';
import { useCommand } from '../../query/useCommand';
import type { Period } from './Period';
import styles from './purge.module.css';

const words = t.purge;
const MONTH = 30 * 24 * 3_600_000;

/** The report of a period: seen here, and saved as a file for reading or for a spreadsheet. */
export function Report({ period }: { period: Period }): ReactNode {
  const [opened] = useState(Date.now);
  const until = period.until ?? opened;
  const asked = { from: period.from ?? until - MONTH, until };
  const report = useCommand('purge_report', asked, { keepPrevious: true });
  const save = useAct('save_purge_report');
  const saveAs = (format: ReportFormat): void =>
    save.mutate(
      { period: asked, format },
      { onSuccess: (isSaved) => isSaved && showToast({ text: words.saved }) },
    );
  return (
    <>
      <p>{words.reportLead}</p>
      <Answered asked={report}>{(known) => <Counts report={known} />}</Answered>
      <ButtonRow>
        <Button icon="save" isPending={save.isPending} onPress={() => saveAs('pdf')}>
          {words.savePdf}
        </Button>
        <Button icon="save" isPending={save.isPending} onPress={() => saveAs('csv')}>
          {words.saveCsv}
        </Button>
      </ButtonRow>
      <FailureBanner failure={save.error?.failure ?? null} />
    </>
  );
}

const rows = ['received', 'purged', 'late', 'stuck', 'kept'] as const;

function Counts({ report }: { report: PurgeReport }): ReactNode {
  return (
    <div className={styles.counts}>
      <Table
        caption={words.reportCaption}
        isCaptionHidden
        rows={rows}
        rowKey={(row) => row}
        columns={[
          { id: 'what', heading: words.reportColumns.what, cell: (row) => words.reportRows[row] },
          { id: 'count', heading: words.reportColumns.count, align: 'end', cell: (row) => report[row] },
        ]}
      />
    </div>
  );
}
