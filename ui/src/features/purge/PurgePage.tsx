import { type ReactNode, useState } from 'react';
import { Answered } from '../../components/Answered';
import { Page, Section } from '../../components/Page';
import { t } from '../../i18n/sv';
import { useCommand } from '../../query/useCommand';
import { Begun } from './Begun';
import { Clock } from './Clock';
import { Kept } from './Kept';
import { type Period, PeriodFields, wholePeriod } from './Period';
import { Receipts } from './Receipts';
import { Report } from './Report';
import { Room } from './Room';
import { State } from './State';
import { Unfinished } from './Unfinished';

const words = t.purge;

export interface PurgePageProps {
  /** Handlers are led to the cases. */
  readonly canOpenCases: boolean;
  /** Administrators answer for the clock. */
  readonly canTrustClock: boolean;
}

/** *Gallring*. Holds nothing about a person, so administrators see it too. */
export function PurgePage({ canOpenCases, canTrustClock }: PurgePageProps): ReactNode {
  const overview = useCommand('purge_overview', null);
  const [period, setPeriod] = useState<Period>(wholePeriod);
  return (
    <Page title={words.title} lead={words.lead}>
      <Answered asked={overview} waiting={words.waiting}>
        {(seen) => (
          <>
            <Room room={seen.room} />
            <Clock clock={seen.clock} canTrust={canTrustClock} />
            <Unfinished copies={seen.unfinished} canOpenCases={canOpenCases} />
            <State overview={seen} />
            {seen.begun.length > 0 && (
              <Section title={words.begun}>
                <Begun items={seen.begun} canOpenCases={canOpenCases} />
              </Section>
            )}
            <Section title={words.kept}>
              <Kept items={seen.kept} canOpenCases={canOpenCases} />
            </Section>
          </>
        )}
      </Answered>
      <Section title={words.receipts}>
        <PeriodFields onChange={setPeriod} />
        <Receipts key={`${period.from}-${period.until}`} period={period} />
      </Section>
      <Section title={words.report}>
        <Report period={period} />
      </Section>
    </Page>
  );
}
