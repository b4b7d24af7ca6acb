import { type ReactNode, useState } from 'react';
import type { Statistics, StatisticsPeriod } from '../../bindings';
import { Answered } from '../../components/Answered';
import { Button, ButtonRow } from '../../components/Button';
import { RadioGroup } from '../../components/Choice';
import { EmptyState } from '../../components/EmptyState';
import { FailureBanner } from '../../components/FailureBanner';
import { Page, Section } from '../../components/Page';
import { showToast } from '../../components/Toast';
import { formatDate } from '../../i18n/format';
import { t } from '../../i18n/sv';
import { useAct } from '../../query/useAct';
import { useCommand } from '../../query/useCommand';
import { Figures } from './Figures';
import { Templates } from './Templates';
import { Weeks } from './Weeks';

const words = t.statistics;
const periods = ['days30', 'days90', 'months12'] as const satisfies readonly StatisticsPeriod[];

/** *Statistik*: how what the unit sends is read and answered. Nothing about a person, so that every role sees it. */
export function StatisticsPage(): ReactNode {
  const [period, setPeriod] = useState<StatisticsPeriod>('days30');
  const told = useCommand('read_statistics', { period }, { keepPrevious: true });
  return (
    <Page title={words.title} lead={words.lead}>
      <RadioGroup
        label={words.period}
        isRow
        options={periods.map((value) => ({ value, label: words.periods[value] }))}
        value={period}
        onChange={setPeriod}
      />
      <Answered asked={told}>{(statistics) => <Told statistics={statistics} period={period} />}</Answered>
    </Page>
  );
}

function Told({ statistics, period }: { statistics: Statistics; period: StatisticsPeriod }): ReactNode {
  const { from, until, all, templates, weeks, fewest } = statistics;
  return (
    <>
      <p role="status">{words.span(formatDate(from), formatDate(until))}</p>
      {all.sent === 0 ? (
        <EmptyState icon="chart" title={words.none}>
          {words.noneHelp}
        </EmptyState>
      ) : (
        <>
          <Section title={words.all}>
            <Figures figures={all} fewest={fewest} />
          </Section>
          <Section title={words.weekly}>
            <Weeks weeks={weeks} />
          </Section>
          <Section title={words.byTemplate}>
            <Templates templates={templates} fewest={fewest} />
          </Section>
          <Save period={period} />
        </>
      )}
    </>
  );
}

function Save({ period }: { period: StatisticsPeriod }): ReactNode {
  const save = useAct('save_statistics');
  return (
    <>
      <p>{words.saveHelp}</p>
      <ButtonRow>
        <Button
          icon="save"
          isPending={save.isPending}
          onPress={() =>
            save.mutate({ period }, { onSuccess: (isSaved) => isSaved && showToast({ text: words.saved }) })
          }
        >
          {words.save}
        </Button>
      </ButtonRow>
      <FailureBanner failure={save.error?.failure ?? null} />
    </>
  );
}
