import type { ReactNode } from 'react';
import { Kbd } from '../../components/Kbd';
import { t } from '../../i18n/sv';
import styles from './Editor.module.css';

/** The form's keys, in sight. */
export function Shortcuts(): ReactNode {
  const { keys, names } = t.builder.form;
  const { keys: select } = t.selection;
  const all: readonly (readonly [string, readonly string[]])[] = [
    [keys.move, [names.alt, names.upDown]],
    [keys.undo, [names.ctrl, 'Z']],
    [keys.redo, [names.ctrl, names.shift, 'Z']],
    [select.extend, [names.shift, select.names.space]],
    [select.all, [names.ctrl, 'A']],
    [select.acts, [select.names.enter]],
    [select.clear, [select.names.escape]],
    [select.copy, [names.ctrl, 'C']],
    [select.cut, [names.ctrl, 'X']],
    [select.paste, [names.ctrl, 'V']],
  ];
  return (
    <p className={styles.shortcuts}>
      {all.map(([what, pressed]) => (
        <span key={what}>
          {what} <Kbd keys={pressed} />
        </span>
      ))}
    </p>
  );
}
