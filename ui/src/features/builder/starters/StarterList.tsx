import type { ReactNode } from 'react';
import type { Starter } from '../../../bindings';
import { Answered } from '../../../components/Answered';
import { Button } from '../../../components/Button';
import { t } from '../../../i18n/sv';
import { useCommand } from '../../../query/useCommand';
import styles from './Starters.module.css';

/** The example templates, where there is no template yet. */
export function StarterList({ onBegin }: { readonly onBegin: (starter: Starter) => void }): ReactNode {
  const words = t.starters;
  const listed = useCommand('list_starters', null);
  return (
    <section className={styles.offer} aria-labelledby="starters">
      <h2 id="starters" className={styles.heading}>
        {words.heading}
      </h2>
      <Answered asked={listed}>
        {(rows) => (
          <ul className={styles.list}>
            {rows.map(({ starter, name, marking, whatFor, questions }) => (
              <li key={starter} className={styles.row}>
                <div>
                  <p className={styles.name}>{words.option(name, t.common.marking[marking])}</p>
                  <p className={styles.quiet}>{words.what(whatFor, questions)}</p>
                </div>
                <Button size="small" aria-label={words.begin(name)} onPress={() => onBegin(starter)}>
                  {words.choose}
                </Button>
              </li>
            ))}
          </ul>
        )}
      </Answered>
    </section>
  );
}
