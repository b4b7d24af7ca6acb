import type { ReactNode } from 'react';
import { Menu } from '../../components/Menu';
import { t } from '../../i18n/sv';
import styles from './Editor.module.css';
import { kinds } from './make';
import type { Line } from './outline';
import { type Copied, countOf, useKept } from './selection/clipboard';

export interface SectionEndProps {
  readonly line: Line;
  readonly onAdd: (kind: string) => void;
  readonly onPaste: (copied: Copied) => void;
  /** Puts something from the bank last in it. */
  readonly onFetch: () => void;
}

/** Where a section ends, and a way to put something last in it. */
export function SectionEnd({ line, onAdd, onPaste, onFetch }: SectionEndProps): ReactNode {
  const words = t.builder.form;
  const kept = useKept();
  const pasting = kept && {
    id: 'paste',
    label: t.selection.pasteIn(countOf(kept.items)),
    onAct: () => onPaste(kept),
  };
  const isEmpty = !line.item.items?.length;
  return (
    <div className={styles.sectionEnd} data-end={line.id}>
      {isEmpty && <p className={styles.help}>{words.sectionEmpty}</p>}
      <Menu
        size="small"
        icon="add"
        acts={[
          ...(pasting ? [pasting] : []),
          { id: 'fetch', label: t.bank.fetchAct, onAct: onFetch },
          ...kinds.map((kind) => ({ id: kind, label: words.kinds[kind], onAct: () => onAdd(kind) })),
        ]}
      >
        {words.addTo(line.name)}
      </Menu>
      <span className={styles.help}>{words.sectionEnd(line.name)}</span>
    </div>
  );
}
