import { type ReactNode, useId } from 'react';
import { t } from '../../../i18n/sv';
import type { Line } from '../outline';
import { arcsBetween } from './arcs';
import styles from './Condition.module.css';
import { titleOf } from './sentence';

/** Of a line, in CSS pixels. */
const ROW = 32;
/** Between two tracks, and before the first. */
const TRACK = 14;

export interface DiagramProps {
  /** Those that have to do with each other, in their order. */
  readonly rows: readonly Line[];
  /** Every item. */
  readonly lines: readonly Line[];
}

/** What shows what, as arcs from the question that is asked for. The table beside says the same in words. */
export function Diagram({ rows, lines }: DiagramProps): ReactNode {
  const arrow = useId();
  const arcs = arcsBetween(rows, lines);
  const tracks = Math.max(1, ...arcs.map(({ track }) => track));
  const gutter = (tracks + 1) * TRACK;
  const middle = (at: number): number => (at + 0.5) * ROW;
  return (
    <figure className={styles.diagram} role="img" aria-label={t.conditions.overview.diagram}>
      <svg width={gutter} height={rows.length * ROW} className={styles.arcs} aria-hidden="true">
        <defs>
          <marker id={arrow} markerWidth="7" markerHeight="8" refX="6" refY="4" orient="auto">
            <path d="M0 0 7 4 0 8z" />
          </marker>
        </defs>
        {arcs.map(({ from, to, track }) => {
          const out = gutter - track * TRACK;
          const [start, end] = [middle(from) + (to > from ? 5 : -5), middle(to) + (to > from ? -5 : 5)];
          return (
            <path
              key={`${from} ${to}`}
              d={`M${gutter} ${start}H${out + 6}Q${out} ${start} ${out} ${start + (to > from ? 6 : -6)}V${end - (to > from ? 6 : -6)}Q${out} ${end} ${out + 6} ${end}H${gutter - 1}`}
              markerEnd={`url(#${arrow})`}
            />
          );
        })}
      </svg>
      <ol className={styles.nodes} aria-hidden="true">
        {rows.map((line) => (
          <li key={line.id} className={styles.node}>
            {t.conditions.numbered(line.name, titleOf(line.item))}
          </li>
        ))}
      </ol>
    </figure>
  );
}
