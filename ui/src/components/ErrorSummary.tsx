import { type ReactNode, useEffect, useRef } from 'react';
import { t } from '../i18n/sv';
import styles from './ErrorSummary.module.css';
import { Icon } from './Icon';

/** A field that must be righted: its id, and what is wrong. */
export interface FieldFault {
  readonly field: string;
  readonly text: string;
}

export interface ErrorSummaryProps {
  readonly faults: readonly FieldFault[];
  /** How many times the form has been refused: each time, focus comes here. */
  readonly attempt: number;
}

/** All that must be righted, at the top of the form, each with a link to its field. Takes focus when the form is refused. */
export function ErrorSummary({ faults, attempt }: ErrorSummaryProps): ReactNode {
  const summary = useRef<HTMLElement>(null);
  const seen = useRef(0);
  const isShown = faults.length > 0;
  useEffect(() => {
    if (!isShown || attempt === seen.current) return;
    seen.current = attempt;
    summary.current?.focus();
  }, [attempt, isShown]);
  if (!isShown) return null;
  return (
    <section ref={summary} className={styles.summary} aria-labelledby="error-summary" tabIndex={-1}>
      <h2 id="error-summary" className={styles.title}>
        <Icon name="error" size={24} />
        {t.components.errorSummary(faults.length)}
      </h2>
      <ul className={styles.faults}>
        {faults.map((fault) => (
          <li key={fault.field}>
            <a
              href={`#${fault.field}`}
              onClick={(event) => {
                event.preventDefault();
                focusField(fault.field);
              }}
            >
              {fault.text}
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}

const control = 'input, textarea, button, select, [tabindex="0"]';

/** Goes to a field by its id. A group's id stands on the group: focus its first control, or itself when it has none. */
export function focusField(id: string): void {
  const field = document.getElementById(id);
  const target = field?.matches(control) ? field : field?.querySelector<HTMLElement>(control);
  (target ?? field)?.focus();
  field?.scrollIntoView({ block: 'center' });
}
