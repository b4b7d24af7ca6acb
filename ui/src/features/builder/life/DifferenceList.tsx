import type { ReactNode } from 'react';
import type { VersionComparison } from '../../../bindings';
import { t } from '../../../i18n/sv';
import { type DifferenceLine, differencesInWords } from './differences';
import styles from './Life.module.css';

/** What differs between two sides, question by question. */
export function DifferenceList({ comparison }: { comparison: VersionComparison }): ReactNode {
  const words = t.life.compare;
  const differences = differencesInWords(comparison);
  if (differences.length === 0) return <p>{words.same}</p>;
  return (
    <>
      <p className={styles.quiet}>{words.count(differences.length)}</p>
      <ol className={styles.differences}>
        {differences.map(({ title, lines }) => (
          <li key={title} className={styles.difference}>
            <p className={styles.title}>{title}</p>
            {lines.map((line) => (
              <Sides key={`${line.label} ${line.before} ${line.after}`} line={line} />
            ))}
          </li>
        ))}
      </ol>
    </>
  );
}

/** Before and after, below each other: long texts are read whole, and the words say which is which. */
function Sides({ line: { label, before, after } }: { line: DifferenceLine }): ReactNode {
  const words = t.life.compare;
  if (before === undefined && after === undefined) return <p>{label}</p>;
  return (
    <div className={styles.sides}>
      {label !== '' && <p className={styles.label}>{label}</p>}
      {before !== undefined && (
        <p className={styles.side} data-side="before">
          <span className={styles.which}>{words.was}</span>
          <del>{before}</del>
        </p>
      )}
      {after !== undefined && (
        <p className={styles.side} data-side="after">
          <span className={styles.which}>{words.is}</span>
          <ins>{after}</ins>
        </p>
      )}
    </div>
  );
}
