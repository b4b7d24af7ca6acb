import type { ReactNode } from 'react';
import type { PurgeOverview, RunsView } from '../../bindings';
import { Banner } from '../../components/Banner';
import { DefinitionList } from '../../components/DefinitionList';
import { Section } from '../../components/Page';
import { formatDateTime, formatFileSize } from '../../i18n/format';
import { t } from '../../i18n/sv';

const words = t.purge;

/** Whether everything is as it must be, at a glance. */
export function State({ overview }: { overview: PurgeOverview }): ReactNode {
  const { kept, begun, clock, job, runs, room } = overview;
  const late = kept.filter(({ state }) => state === 'late').length;
  const stuck = begun.filter((item) => item.stuck).length;
  return (
    <Section title={words.state}>
      {job === 'missing' && (
        <Banner tone="info" title={words.jobMissing.title}>
          <p>{words.jobMissing.text}</p>
        </Banner>
      )}
      <DefinitionList
        items={[
          { term: words.terms.late, value: `${words.late(late)}. ${words.stuckCount(stuck)}.` },
          { term: words.terms.clock, value: clockWords(clock) },
          { term: words.terms.job, value: words.jobs[job] },
          { term: words.terms.last, value: lastRun(runs) },
          {
            term: words.terms.room,
            value: words.room(formatFileSize(room.taken), formatFileSize(room.most)),
          },
        ]}
      />
    </Section>
  );
}

function clockWords({ doubt, behindMinutes, now }: PurgeOverview['clock']): string {
  if (doubt) return words.clockDoubted;
  return behindMinutes >= 60 ? words.clockBehind(formatDateTime(now)) : words.clockRight;
}

/** The latest of the runs, and who made it. */
function lastRun(runs: RunsView): string {
  const known = (['timer', 'start', 'scheduled'] as const).flatMap((by) => {
    const at = runs[by];
    return at === null ? [] : [{ at, by }];
  });
  const last = known.sort((one, other) => other.at - one.at)[0];
  return last ? `${formatDateTime(last.at)}, ${words.lastRun[last.by]}` : words.neverRun;
}
