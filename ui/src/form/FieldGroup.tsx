import type { ReactNode } from 'react';
import { type FieldProps, Necessity } from '../components/Field';
import styles from './Form.module.css';

export interface FieldGroupProps {
  /** The question's own: what one field would have. */
  readonly shared: FieldProps;
  readonly children: ReactNode;
}

/** Several fields that are one answer, under one question. */
export function FieldGroup({ shared, children }: FieldGroupProps): ReactNode {
  const { id, label, description, necessity, error } = shared;
  return (
    <fieldset id={id} className={styles.group} aria-invalid={error !== undefined || undefined}>
      <legend className={styles.legend}>
        {label}
        <Necessity necessity={necessity} />
      </legend>
      {description !== undefined && <div className={styles.necessity}>{description}</div>}
      {children}
      {error !== undefined && <p className={styles.fault}>{error}</p>}
    </fieldset>
  );
}
