import { useDraggable } from '@dnd-kit/react';
import {
  Children,
  type KeyboardEvent,
  type ReactNode,
  type RefObject,
  useCallback,
  useEffect,
  useMemo,
  useRef,
} from 'react';
import { IconButton } from '../components/Button';
import { Icon } from '../components/Icon';
import { useNear } from '../components/useNear';
import { t } from '../i18n/sv';
import { Carried, useAloft, useReorder } from './context';
import { indexAfterMove } from './place';
import styles from './reorder.module.css';

export interface SortableListProps {
  /** What the list is, for those who listen. */
  readonly label: string;
  /** Shown while there is nothing in it; still a place to drop. */
  readonly empty?: ReactNode;
  /** `SortableItem`s, in the order of `items`. */
  readonly children: ReactNode;
}

/** The list itself. */
export function SortableList({ label, empty, children }: SortableListProps): ReactNode {
  const { listElement } = useReorder();
  const isReceiving = useAloft(({ gap }) => gap !== null);
  const isLast = useAloft(({ gap, below }) => gap !== null && below === null);
  return (
    <div ref={listElement} className={styles.area} data-receiving={isReceiving || undefined}>
      <ol className={styles.list} aria-label={label}>
        {children}
      </ol>
      {Children.count(children) === 0 && empty}
      {isLast && <div className={styles.end} />}
    </div>
  );
}

export interface SortableItemProps {
  readonly id: string;
  /** As it is called in `items`. */
  readonly name: string;
  /** How deep it stands in what holds others: 0 at the top. */
  readonly depth?: number;
  /** Stands in its place while it is far from what is seen, with its fields' ids. Left out in short lists. */
  readonly placeholder?: ReactNode;
  /** Gets the handle and the buttons, to put where they suit. */
  readonly children: (controls: { readonly handle: ReactNode; readonly moveButtons: ReactNode }) => ReactNode;
}

/** How high a thing is guessed to be before it was drawn, in CSS pixels. */
const GUESS = 400;

/** One thing in the list. */
export function SortableItem({ id, name, depth = 0, placeholder, children }: SortableItemProps): ReactNode {
  const { itemElement } = useReorder();
  const liftedBy = useAloft(({ lifted }) => (lifted?.from === 'list' && lifted.id === id ? lifted.by : null));
  const isBelowGap = useAloft(({ below }) => below === id);
  const near = useNear(GUESS, null, placeholder !== undefined);
  const element = useRef<HTMLElement | null>(null);
  const { ref } = near;
  const keep = useCallback(
    (found: HTMLElement | null) => {
      element.current = found;
      ref(found);
      itemElement(id, found);
    },
    [ref, itemElement, id],
  );
  const isDrawn = placeholder === undefined || near.isNear || liftedBy !== null;
  return (
    <li
      ref={keep}
      className={styles.item}
      data-depth={depth || undefined}
      data-lifted={liftedBy ?? undefined}
      data-gap={isBelowGap || undefined}
    >
      {isDrawn ? (
        <Movable id={id} name={name} isCarried={liftedBy === 'keyboard'} element={element}>
          {children}
        </Movable>
      ) : (
        placeholder
      )}
    </li>
  );
}

interface MovableProps extends Pick<SortableItemProps, 'id' | 'name' | 'children'> {
  /** The keyboard has lifted it. */
  readonly isCarried: boolean;
  /** What is dragged. */
  readonly element: RefObject<HTMLElement | null>;
}

function Movable({ id, name, isCarried, element, children }: MovableProps): ReactNode {
  const data = useMemo(() => new Carried({ from: 'list', id, name, by: 'pointer' }), [id, name]);
  const { ref, handleRef } = useDraggable({ id: `item:${id}`, data });
  useEffect(() => ref(element.current), [ref, element]);
  return children({
    handle: <Handle id={id} name={name} isCarried={isCarried} elementRef={handleRef} />,
    moveButtons: <MoveButtons id={id} name={name} />,
  });
}

export interface ListEndProps {
  readonly id: string;
  readonly depth: number;
  readonly children: ReactNode;
}

/** The end of something that holds others: a place to drop before, which does not move by itself. */
export function ListEnd({ id, depth, children }: ListEndProps): ReactNode {
  const { itemElement } = useReorder();
  const isBelowGap = useAloft(({ below }) => below === id);
  const setElement = useCallback(
    (element: HTMLElement | null) => itemElement(id, element),
    [itemElement, id],
  );
  return (
    <li
      ref={setElement}
      className={styles.item}
      data-depth={depth || undefined}
      data-gap={isBelowGap || undefined}
    >
      {children}
    </li>
  );
}

interface ControlProps {
  readonly id: string;
  readonly name: string;
}

interface HandleProps extends ControlProps {
  readonly isCarried: boolean;
  readonly elementRef: (element: HTMLButtonElement | null) => void;
}

/** Drag it, or press it and use the arrows. */
function Handle({ id, name, isCarried, elementRef }: HandleProps): ReactNode {
  const { air, items, lift, carry, drop, cancel, instructionsId } = useReorder();

  const steer = (event: KeyboardEvent): void => {
    if (!isCarried) return;
    const all = items();
    const { gap } = air.now();
    const index = all.findIndex((one) => one.id === id);
    const block = all[index]?.block ?? 1;
    const now = gap === null ? index : indexAfterMove(index, gap, block);
    const places: Partial<Record<string, number>> = {
      ArrowUp: now - 1,
      ArrowDown: now + 1,
      Home: 0,
      End: all.length - block,
    };
    const place = places[event.key];
    if (place !== undefined) carry(place);
    else if (event.key === 'Escape') cancel();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };

  return (
    <button
      ref={elementRef}
      type="button"
      className={styles.handle}
      aria-label={t.reorder.handle(name)}
      aria-describedby={instructionsId}
      aria-pressed={isCarried}
      onKeyDown={steer}
      onClick={(event) => {
        // The keyboard's and the screen reader's press; the pointer's is a drag that has not begun.
        if (event.detail > 0) return;
        if (isCarried) drop();
        else lift(id);
      }}
      onBlur={() => isCarried && cancel()}
    >
      <Icon name="grip" />
    </button>
  );
}

/** The same moves as buttons: nobody has to drag (WCAG 2.2, SC 2.5.7). */
function MoveButtons({ id, name }: ControlProps): ReactNode {
  const { step } = useReorder();
  // Never disabled: at either end the press says that the item lies where it lay, and focus is not lost.
  return (
    <div className={styles.buttons}>
      <IconButton icon="up" label={t.reorder.moveUp(name)} onPress={() => step(id, -1)} />
      <IconButton icon="down" label={t.reorder.moveDown(name)} onPress={() => step(id, 1)} />
    </div>
  );
}
