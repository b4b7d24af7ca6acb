import type { ReactNode } from 'react';
import { Icon } from '../../components/Icon';
import { VisuallyHidden } from '../../components/VisuallyHidden';
import { t } from '../../i18n/sv';
import { type Step, steps } from './firstRun';
import styles from './Steps.module.css';

const words = t.start.firstRun;

/** How far the assistant has come: the notches of the staff. */
export function Steps({ step }: { step: Step }): ReactNode {
  const at = steps.indexOf(step);
  return (
    <nav aria-label={words.progress}>
      <ol className={styles.steps}>
        {steps.map((one, index) => (
          <li
            key={one}
            className={styles.step}
            data-done={index < at || undefined}
            {...(one === step ? { 'aria-current': 'step' } : {})}
          >
            <span className={styles.mark} aria-hidden="true">
              {index < at ? <Icon name="check" size={16} /> : index + 1}
            </span>
            <span>
              {words.steps[one]}
              {index < at && <VisuallyHidden> ({words.done})</VisuallyHidden>}
            </span>
          </li>
        ))}
      </ol>
    </nav>
  );
}
