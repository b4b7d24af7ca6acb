import { type ReactNode, useEffect, useRef } from 'react';
import { Icon } from '../../components/Icon';
import { t } from '../../i18n/sv';
import { FindingList } from './FindingList';
import styles from './PublishProblems.module.css';
import type { FindingText, ProblemGroup } from './problems';
import type { OnFix } from './useFix';

export interface PublishProblemsProps {
  readonly faults: readonly FindingText[];
  /** How many times publishing has been refused: each time, focus comes here. */
  readonly attempt: number;
  readonly onFix: OnFix;
}

const groups: readonly ProblemGroup[] = ['about', 'guideline', 'message', 'form'];

/** What stands in the way of publishing, in the order of the screen: where to right it, and the rule behind it. */
export function PublishProblems({ faults, attempt, onFix }: PublishProblemsProps): ReactNode {
  const words = t.builder.refused;
  const summary = useRef<HTMLElement>(null);
  useEffect(() => {
    if (attempt > 0) summary.current?.focus();
  }, [attempt]);
  if (faults.length === 0) return null;
  return (
    <section
      ref={summary}
      className={styles.problems}
      aria-labelledby="publish-problems"
      tabIndex={-1}
      data-findings=""
    >
      <h2 id="publish-problems" className={styles.title}>
        <Icon name="error" size={24} />
        {words.title(faults.length)}
      </h2>
      {groups.map((group) => {
        const own = faults.filter((fault) => fault.group === group);
        if (own.length === 0) return null;
        return (
          <div key={group}>
            <h3 className={styles.groupName}>{words.groups[group]}</h3>
            <FindingList label={words.groups[group]} findings={own} onFix={onFix} />
          </div>
        );
      })}
    </section>
  );
}
