import type { ReactNode } from 'react';
import type { UnfinishedView } from '../../bindings';
import { Banner } from '../../components/Banner';
import { Link } from '../../components/Link';
import { formatDateTime } from '../../i18n/format';
import { t } from '../../i18n/sv';
import { to } from '../../route/hash';
import { paths } from '../../route/paths';
import styles from './purge.module.css';

const words = t.purge.unfinished;

export interface UnfinishedProps {
  readonly copies: readonly UnfinishedView[];
  readonly canOpenCases: boolean;
}

/** Copies that somebody believes to have, perhaps: the program was closed, or the disk lost, before they were whole. */
export function Unfinished({ copies, canOpenCases }: UnfinishedProps): ReactNode {
  if (copies.length === 0) return null;
  return (
    <Banner tone="info" title={words.title(copies.length)}>
      <p>{words.text}</p>
      <ul className={styles.cases}>
        {copies.map((copy) => {
          const made = formatDateTime(copy.made);
          return (
            <li key={`${copy.case}-${copy.made}`}>
              {canOpenCases ? (
                <Link href={to(paths.case(copy.case))}>{words.open(made)}</Link>
              ) : (
                words.item(made)
              )}
            </li>
          );
        })}
      </ul>
    </Banner>
  );
}
