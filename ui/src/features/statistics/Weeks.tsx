import type { ReactNode } from 'react';
import type { WeekSent } from '../../bindings';
import { Disclosure } from '../../components/Disclosure';
import { Table } from '../../components/Table';
import { formatDate } from '../../i18n/format';
import { t } from '../../i18n/sv';
import styles from './statistics.module.css';

const words = t.statistics;

/** The picture's height in its own units; the stylesheet says how high it is drawn. */
const HIGH = 100;

/** How many cases were sent week by week: as bars, and as a table behind them. */
export function Weeks({ weeks }: { weeks: readonly WeekSent[] }): ReactNode {
  const [first] = weeks;
  if (!first) return null;
  const most = weeks.reduce((above, week) => (week.sent > above.sent ? week : above), first);
  return (
    <div className={styles.part}>
      <figure className={styles.weekly}>
        <span className={styles.scale} aria-hidden="true">
          {words.most(most.sent)}
        </span>
        <svg
          role="img"
          aria-label={words.weeklyChart(weeks.length, most.sent, formatDate(most.from))}
          className={styles.columns}
          viewBox={`0 0 ${weeks.length} ${HIGH}`}
          preserveAspectRatio="none"
        >
          {weeks.map(({ from, sent }, place) => {
            const height = most.sent === 0 ? 0 : (sent / most.sent) * HIGH;
            return (
              <rect
                key={from}
                className={styles.sent}
                x={place + 0.1}
                y={HIGH - height}
                width={0.8}
                height={height}
              />
            );
          })}
        </svg>
        <span className={styles.ends} aria-hidden="true">
          <span>{formatDate(first.from)}</span>
          {weeks.length > 1 && <span>{formatDate(weeks.at(-1)?.from ?? first.from)}</span>}
        </span>
        <figcaption className={styles.help}>{words.weeklyHelp}</figcaption>
      </figure>
      <Disclosure title={words.asTable} level={3} tone="quiet" isDrawnWhenOpened>
        <Table
          caption={words.weekly}
          isCaptionHidden
          rows={weeks}
          rowKey={({ from }) => `${from}`}
          columns={[
            { id: 'week', heading: words.week, cell: ({ from }) => formatDate(from) },
            { id: 'sent', heading: words.figures.sent, align: 'end', cell: ({ sent }) => sent },
          ]}
        />
      </Disclosure>
    </div>
  );
}
