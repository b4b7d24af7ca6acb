import type { ReactNode } from 'react';
import type { TemplateFigures } from '../../bindings';
import { Disclosure } from '../../components/Disclosure';
import { type Column, Table } from '../../components/Table';
import { VisuallyHidden } from '../../components/VisuallyHidden';
import { t } from '../../i18n/sv';
import styles from './statistics.module.css';

const words = t.statistics;
const bars = ['sent', 'read', 'answered'] as const;

/** A bar's height and the way to the next, in the picture's own units. */
const [BAR, STEP] = [2, 3];

export interface TemplatesProps {
  readonly templates: readonly TemplateFigures[];
  readonly fewest: number;
}

/** What came of each template's cases: as bars with the same measure, and as a table behind them. */
export function Templates({ templates, fewest }: TemplatesProps): ReactNode {
  const most = Math.max(1, ...templates.map(({ figures }) => figures.sent));
  return (
    <div className={styles.part}>
      <ul className={styles.templates}>
        {templates.map((one) => (
          <Bars key={one.template} of={one} most={most} />
        ))}
      </ul>
      <Disclosure title={words.asTable} level={3} tone="quiet" isDrawnWhenOpened>
        <div className={styles.part}>
          <Table
            caption={words.byTemplate}
            isCaptionHidden
            rows={templates}
            rowKey={({ template }) => template}
            columns={columns}
          />
          <p className={styles.help}>{words.untoldHelp(fewest)}</p>
        </div>
      </Disclosure>
    </div>
  );
}

/** Each bar has its word and its number beside it, so that nothing is said by colour alone. */
function Bars({ of: { name, figures }, most }: { of: TemplateFigures; most: number }): ReactNode {
  return (
    <li className={styles.template}>
      <span className={styles.name}>{name}</span>
      <span className={styles.legend} aria-hidden="true">
        {bars.map((bar) => (
          <span key={bar}>
            {words.figures[bar]} <span className={styles.number}>{figures[bar]}</span>
          </span>
        ))}
      </span>
      <svg
        role="img"
        aria-label={words.templateChart(name, figures.sent, figures.read, figures.answered)}
        className={styles.bars}
        viewBox={`0 0 ${most} ${STEP * bars.length}`}
        preserveAspectRatio="none"
      >
        {bars.map((bar, place) => (
          <g key={bar}>
            <rect className={styles.ground} y={place * STEP + (STEP - BAR) / 2} width={most} height={BAR} />
            <rect
              className={styles[bar]}
              y={place * STEP + (STEP - BAR) / 2}
              width={figures[bar]}
              height={BAR}
            />
          </g>
        ))}
      </svg>
    </li>
  );
}

const counts = ['sent', 'read', 'asked', 'answered'] as const;
const medians = ['minutesToRead', 'minutesToAnswer'] as const;
const ends = ['revoked', 'closedUnanswered'] as const;

const columns: readonly Column<TemplateFigures>[] = [
  { id: 'template', heading: words.template, cell: ({ name }) => name },
  ...counts.map(number),
  ...medians.map(
    (of): Column<TemplateFigures> => ({
      id: of,
      heading: words.figures[of],
      align: 'end',
      cell: ({ figures }) => <Median minutes={figures[of]} />,
    }),
  ),
  ...ends.map(number),
];

function number(of: (typeof counts)[number] | (typeof ends)[number]): Column<TemplateFigures> {
  return { id: of, heading: words.figures[of], align: 'end', cell: ({ figures }) => figures[of] };
}

function Median({ minutes }: { minutes: number | null }): ReactNode {
  if (minutes !== null) return words.median(minutes);
  return (
    <>
      <span aria-hidden="true">–</span>
      <VisuallyHidden>{words.untold}</VisuallyHidden>
    </>
  );
}
