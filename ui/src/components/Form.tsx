import type { ReactNode } from 'react';
import styles from './Form.module.css';

/** Fields that are sent together, by the button or by Enter. What is wrong is said by the fields, not by the browser. */
export function Form({
  id,
  onSubmit,
  children,
}: {
  id?: string;
  onSubmit: () => void;
  children: ReactNode;
}): ReactNode {
  return (
    <form
      id={id}
      noValidate
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        onSubmit();
      }}
    >
      {children}
    </form>
  );
}
