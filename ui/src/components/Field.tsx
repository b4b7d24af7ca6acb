import type { ReactNode } from 'react';
import { FieldError, Label, Text } from 'react-aria-components';
import { t } from '../i18n/sv';
import styles from './Field.module.css';
import { Icon } from './Icon';

/** The attributes of words in another language than the page's. */
export interface LanguageOfWords {
  readonly lang?: string;
  readonly dir?: 'ltr' | 'rtl';
}

/** What every field has. */
export interface FieldProps {
  /** The question itself. A placeholder is no label, so there is none. */
  readonly label: ReactNode;
  /** Help that is read with the label and never disappears. */
  readonly description?: ReactNode;
  /** What is wrong and how to right it. Its presence is what makes the field invalid. */
  readonly error?: string | undefined;
  /** Says in words whether an answer is needed; leave out where it goes without saying. */
  readonly necessity?: 'required' | 'optional' | undefined;
  readonly isDisabled?: boolean;
  /** The id that `ErrorSummary` points at. */
  readonly id?: string;
}

/** The part of `FieldProps` that React Aria's fields take, with absent values left out. */
export function fieldState({ error, necessity, isDisabled, id }: Omit<FieldProps, 'label'>): {
  isInvalid: boolean;
  isRequired: boolean;
  isDisabled: boolean;
  validationBehavior: 'aria';
  id?: string;
} {
  return {
    isInvalid: error !== undefined,
    isRequired: necessity === 'required',
    isDisabled: isDisabled ?? false,
    validationBehavior: 'aria',
    ...(id === undefined ? {} : { id }),
  };
}

/** Label and help, above the control. */
export function FieldHead({
  label,
  description,
  necessity,
}: Pick<FieldProps, 'label' | 'description' | 'necessity'>): ReactNode {
  return (
    <>
      <Label className={styles.label ?? ''}>
        {label}
        <Necessity necessity={necessity} />
      </Label>
      {description !== undefined && (
        <Text slot="description" elementType="div" className={styles.description ?? ''}>
          {description}
        </Text>
      )}
    </>
  );
}

/** "(måste fyllas i)" or "(frivilligt)", in words rather than a star. */
export function Necessity({ necessity }: Pick<FieldProps, 'necessity'>): ReactNode {
  if (necessity === undefined) return null;
  return <span className={styles.necessity}> ({t.components[necessity]})</span>;
}

/** What is wrong, below the control and read with it. */
export function FieldProblem({ error }: Pick<FieldProps, 'error'>): ReactNode {
  return (
    <FieldError className={styles.problem ?? ''}>
      <Icon name="error" />
      <span>{error}</span>
    </FieldError>
  );
}
