import type { ReactNode } from 'react';
import { Label, ProgressBar } from 'react-aria-components';
import { t } from '../i18n/sv';
import { cx } from './cx';
import styles from './Progress.module.css';
import { VisuallyHidden } from './VisuallyHidden';

export interface ProgressProps {
  readonly label: string;
  readonly isLabelHidden?: boolean;
  /** 0 to 100. */
  readonly value: number;
  /** How far, in words, when a percentage says too little. */
  readonly valueText?: string;
}

/** How far something has come. */
export function Progress({ label, isLabelHidden, value, valueText }: ProgressProps): ReactNode {
  return (
    <ProgressBar
      value={value}
      {...(valueText ? { valueLabel: valueText } : {})}
      className={cx(styles.progress)}
    >
      {({ valueText: shown }) => (
        <>
          <div className={styles.words}>
            {isLabelHidden ? (
              <VisuallyHidden>
                <Label>{label}</Label>
              </VisuallyHidden>
            ) : (
              <Label>{label}</Label>
            )}
            <span>{shown}</span>
          </div>
          <progress className={styles.bar} value={value} max={100} aria-hidden="true" />
        </>
      )}
    </ProgressBar>
  );
}

/** Something is on its way and nobody knows how long. Appears after a moment, so that quick answers do not flicker. */
export function Spinner({ label = t.components.loading }: { label?: string }): ReactNode {
  return (
    <div className={styles.spinner} role="status">
      <span className={styles.turning} aria-hidden="true" />
      <span>{label}</span>
    </div>
  );
}
