import type { ReactNode } from 'react';
import { Menu } from '../../components/Menu';
import { t } from '../../i18n/sv';
import styles from './Editor.module.css';
import { kinds } from './make';
import type { Line } from './outline';

export interface SectionEndProps {
  readonly line: Line;
  readonly onAdd: (kind: string) => void;
}

/** Where a section ends, and a way to put something last in it. */
export function SectionEnd({ line, onAdd }: SectionEndProps): ReactNode {
  const words = t.builder.form;
  const isEmpty = !line.item.items?.length;
  return (
    <div className={styles.sectionEnd}>
      {isEmpty && <p className={styles.help}>{words.sectionEmpty}</p>}
      <Menu
        size="small"
        icon="add"
        acts={kinds.map((kind) => ({ id: kind, label: words.kinds[kind], onAct: () => onAdd(kind) }))}
      >
        {words.addTo(line.name)}
      </Menu>
      <span className={styles.help}>{words.sectionEnd(line.name)}</span>
    </div>
  );
}
