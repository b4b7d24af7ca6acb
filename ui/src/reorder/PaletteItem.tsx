import { useDraggable } from '@dnd-kit/react';
import { memo, type ReactNode, useMemo } from 'react';
import { Icon } from '../components/Icon';
import { Carried, useAloft, useReorder } from './context';
import styles from './reorder.module.css';

export interface PaletteItemProps {
  readonly kind: string;
  /** What it is called: both on the button and in what is said. */
  readonly name: string;
  /** A plus unless said; `null` for none. */
  readonly icon?: ReactNode;
  /** Where a press puts it; last, unless said. */
  readonly insertAt?: number;
}

/** A kind of thing to add: drag it to a place, or press it. */
export const PaletteItem = memo(function PaletteItem({
  kind,
  name,
  icon,
  insertAt,
}: PaletteItemProps): ReactNode {
  const { insert, hasJustDragged, paletteInstructionsId } = useReorder();
  const data = useMemo(() => new Carried({ from: 'palette', kind, name, by: 'pointer' }), [kind, name]);
  const { ref } = useDraggable({ id: `palette:${kind}`, data });
  const isLifted = useAloft(({ lifted }) => lifted?.from === 'palette' && lifted.kind === kind);
  return (
    <button
      ref={ref}
      type="button"
      className={styles.palette}
      data-lifted={isLifted || undefined}
      aria-describedby={paletteInstructionsId}
      onClick={() => !hasJustDragged() && insert(kind, name, insertAt)}
    >
      {icon !== null && <span className={styles.paletteIcon}>{icon ?? <Icon name="add" />}</span>}
      {name}
    </button>
  );
});
