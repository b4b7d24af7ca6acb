import type { ReactNode } from 'react';
import type { CaseFigures } from '../../bindings';
import { formatPercent } from '../../i18n/format';
import { t } from '../../i18n/sv';
import styles from './statistics.module.css';

const words = t.statistics;

/** What came of all that was sent, in numbers. */
export function Figures({ figures, fewest }: { figures: CaseFigures; fewest: number }): ReactNode {
  const { sent, read, asked, answered, revoked, closedUnanswered, minutesToRead, minutesToAnswer } = figures;
  return (
    <dl className={styles.figures}>
      <Figure name={words.figures.sent} value={sent} />
      <Figure name={words.figures.read} value={read} help={words.ofSent(formatPercent(read / sent))} />
      <Figure
        name={words.figures.answered}
        value={answered}
        help={asked === 0 ? words.noneAsked : words.ofAsked(formatPercent(answered / asked), asked)}
      />
      <Median name={words.figures.minutesToRead} minutes={minutesToRead} fewest={fewest} />
      <Median name={words.figures.minutesToAnswer} minutes={minutesToAnswer} fewest={fewest} />
      <Figure name={words.figures.revoked} value={revoked} />
      <Figure name={words.figures.closedUnanswered} value={closedUnanswered} />
    </dl>
  );
}

function Median(props: { name: string; minutes: number | null; fewest: number }): ReactNode {
  const { name, minutes, fewest } = props;
  return minutes === null ? (
    <Figure name={name} value={words.untold} help={words.untoldHelp(fewest)} isQuiet />
  ) : (
    <Figure name={name} value={words.median(minutes)} help={words.medianHelp} />
  );
}

interface FigureProps {
  readonly name: string;
  readonly value: ReactNode;
  readonly help?: string;
  /** There is no number to look at. */
  readonly isQuiet?: boolean;
}

function Figure({ name, value, help, isQuiet }: FigureProps): ReactNode {
  return (
    <div className={styles.figure}>
      <dt>{name}</dt>
      <dd className={styles.value} data-quiet={isQuiet || undefined}>
        {value}
      </dd>
      {help !== undefined && <dd className={styles.help}>{help}</dd>}
    </div>
  );
}
