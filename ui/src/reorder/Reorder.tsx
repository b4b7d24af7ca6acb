import { AutoScroller, PointerActivationConstraints, PointerSensor } from '@dnd-kit/dom';
import { DragDropProvider } from '@dnd-kit/react';
import {
  type ReactNode,
  useCallback,
  useEffect,
  useId,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import { Store } from '../components/store';
import { VisuallyHidden } from '../components/VisuallyHidden';
import { t } from '../i18n/sv';
import { type Lifted, liftedBy, nothing, type Placed, ReorderContext, type Reordering } from './context';
import { gapAt, gapForIndex, indexAfterMove, isOver } from './place';
import styles from './reorder.module.css';

export interface ReorderProps {
  /** The list as it stands. */
  readonly items: readonly Placed[];
  /** An item is to have a new index, counted among those that stay. Called once, when it is dropped. */
  readonly onMove: (id: string, toIndex: number) => void;
  /** A new thing of a palette's kind is to have this index. */
  readonly onInsert?: (kind: string, toIndex: number) => void;
  /** A place in words, as what stands there is called: "nummer 2 av 5" when not said. `null` is a new thing. */
  readonly where?: (id: string | null, index: number) => string;
  readonly children: ReactNode;
}

/** How near the list, in CSS pixels, a new thing counts as over it; what already lies in the list may stray further. */
const NEAR = { palette: 24, list: 160 } as const;

/*
 * Of dnd-kit we use the pointer and the scrolling at the edges. Left out on purpose:
 * - Feedback, Cursor and PreventSelection inject <style> elements, which the content security policy refuses; the ghost below
 *   and base.css do what they did.
 * - Accessibility speaks English, and KeyboardSensor moves by pixels where we move by place.
 */
const plugins = [AutoScroller];
const sensors = [
  PointerSensor.configure({
    // A press is still a press; a drag is three pixels of it. Fingers hold first, so that they can scroll.
    activationConstraints: (event) =>
      event.pointerType === 'touch'
        ? [new PointerActivationConstraints.Delay({ value: 200, tolerance: 8 })]
        : [new PointerActivationConstraints.Distance({ value: 3 })],
    preventActivation: () => false,
  }),
];

/** A list in which things are moved, and a palette from which they are added: by pointer, by keyboard and by button. */
export function Reorder({ items, onMove, onInsert, where, children }: ReorderProps): ReactNode {
  const [lifted, setLifted] = useState<Lifted | null>(null);
  const [gap, setGap] = useState<number | null>(null);
  const [said, say] = useState('');
  const instructionsId = useId();
  const paletteInstructionsId = useId();

  const list = useRef<HTMLElement | null>(null);
  const elements = useRef(new Map<string, HTMLElement>());
  const ghost = useRef<HTMLDivElement>(null);
  const pointer = useRef<{ x: number; y: number } | null>(null);
  const justDragged = useRef(false);

  const [air] = useState(() => new Store(nothing));
  useLayoutEffect(() => {
    air.put({ lifted, gap, below: gap === null ? null : (items[gap]?.id ?? null) });
  }, [air, lifted, gap, items]);

  const indexOf = (id: string): number => items.findIndex((item) => item.id === id);
  const blockOf = (id: string): number => items[indexOf(id)]?.block ?? 1;
  const placeWords = (id: string | null, index: number): string =>
    where?.(id, index) ?? t.reorder.place(index + 1, id === null ? items.length + 1 : items.length);

  const move = (id: string, toIndex: number): void => {
    const from = indexOf(id);
    const name = items[from]?.name;
    if (name === undefined || toIndex < 0 || toIndex > items.length - blockOf(id)) return;
    if (toIndex === from) {
      say(t.reorder.unmoved(name, placeWords(id, from)));
      return;
    }
    say(t.reorder.moved(name, placeWords(id, toIndex)));
    onMove(id, toIndex);
  };

  const step = (id: string, by: -1 | 1): void => {
    const last = items.length - blockOf(id);
    move(id, Math.min(Math.max(indexOf(id) + by, 0), last));
  };

  const insert = (kind: string, name: string, toIndex = items.length): void => {
    say(t.reorder.inserted(name, placeWords(null, toIndex)));
    onInsert?.(kind, toIndex);
  };

  const settle = (): void => {
    setLifted(null);
    setGap(null);
    pointer.current = null;
  };

  const lift = (id: string): void => {
    const index = indexOf(id);
    const name = items[index]?.name;
    if (name === undefined) return;
    setLifted({ from: 'list', id, name, by: 'keyboard' });
    setGap(index);
    say(t.reorder.lifted(name, placeWords(id, index)));
  };

  const carry = (toIndex: number): void => {
    if (lifted?.from !== 'list') return;
    const block = blockOf(lifted.id);
    const index = Math.min(Math.max(toIndex, 0), items.length - block);
    const landing = gapForIndex(indexOf(lifted.id), index, block);
    setGap(landing);
    const beside = items[landing] ?? items[landing - 1];
    elements.current.get(beside?.id ?? '')?.scrollIntoView?.({ block: 'nearest' });
    say(t.reorder.over(lifted.name, placeWords(lifted.id, index)));
  };

  const cancel = (): void => {
    if (!lifted) return;
    say(lifted.from === 'list' ? t.reorder.cancelled(lifted.name) : t.reorder.notInserted(lifted.name));
    settle();
  };

  /** Lets go of what is in the air, in `landing`. */
  const dropIn = (landing: number | null): void => {
    if (!lifted || landing === null) {
      cancel();
      return;
    }
    if (lifted.from === 'list') {
      move(lifted.id, indexAfterMove(indexOf(lifted.id), landing, blockOf(lifted.id)));
    } else insert(lifted.kind, lifted.name, landing);
    settle();
  };

  /** The gap under the pointer, from where things are on the screen at this moment. */
  const gapUnderPointer = useCallback((): number | null => {
    const point = pointer.current;
    const area = list.current?.getBoundingClientRect();
    if (!lifted || !point || !area || !isOver(point, area, NEAR[lifted.from])) return null;
    const boxes = items.flatMap((item) => elements.current.get(item.id)?.getBoundingClientRect() ?? []);
    return gapAt(point.y, boxes);
  }, [items, lifted]);

  // While the pointer carries something: the ghost follows it, and the gap follows the ghost, also while the page scrolls.
  useEffect(() => {
    if (lifted?.by !== 'pointer') return;
    const follow = (): void => {
      const point = pointer.current;
      if (point && ghost.current) ghost.current.style.translate = `${point.x}px ${point.y}px`;
      setGap(gapUnderPointer());
    };
    const onPointerMove = (event: PointerEvent): void => {
      pointer.current = { x: event.clientX, y: event.clientY };
      follow();
    };
    follow();
    document.documentElement.dataset.dragging = '';
    document.addEventListener('pointermove', onPointerMove, { capture: true });
    document.addEventListener('scroll', follow, { capture: true, passive: true });
    return () => {
      delete document.documentElement.dataset.dragging;
      document.removeEventListener('pointermove', onPointerMove, { capture: true });
      document.removeEventListener('scroll', follow, { capture: true });
    };
  }, [lifted, gapUnderPointer]);

  const now = { items, step, insert, lift, carry, drop: () => dropIn(gap), cancel };
  const latest = useRef(now);
  latest.current = now;
  const value = useMemo<Reordering>(
    () => ({
      air,
      instructionsId,
      paletteInstructionsId,
      items: () => latest.current.items,
      step: (id, by) => latest.current.step(id, by),
      insert: (kind, name, toIndex) => latest.current.insert(kind, name, toIndex),
      lift: (id) => latest.current.lift(id),
      carry: (toIndex) => latest.current.carry(toIndex),
      drop: () => latest.current.drop(),
      cancel: () => latest.current.cancel(),
      hasJustDragged: () => justDragged.current,
      listElement: (element) => {
        list.current = element;
      },
      itemElement: (id, element) => {
        if (element) elements.current.set(id, element);
        else elements.current.delete(id);
      },
    }),
    [air, instructionsId, paletteInstructionsId],
  );

  return (
    <DragDropProvider
      plugins={plugins}
      sensors={sensors}
      onDragStart={({ operation, nativeEvent }) => {
        const thing = liftedBy(operation.source?.data);
        if (!thing) return;
        if (nativeEvent instanceof PointerEvent) {
          pointer.current = { x: nativeEvent.clientX, y: nativeEvent.clientY };
        }
        setLifted(thing);
        say(
          thing.from === 'list'
            ? t.reorder.lifted(thing.name, placeWords(thing.id, indexOf(thing.id)))
            : t.reorder.paletteLifted(thing.name),
        );
      }}
      onDragEnd={({ canceled }) => {
        justDragged.current = true;
        setTimeout(() => {
          justDragged.current = false;
        });
        if (canceled) cancel();
        else dropIn(gapUnderPointer());
      }}
    >
      <ReorderContext.Provider value={value}>{children}</ReorderContext.Provider>
      {lifted?.by === 'pointer' && (
        <div ref={ghost} className={styles.ghost} aria-hidden="true">
          {lifted.name}
        </div>
      )}
      <VisuallyHidden id={instructionsId}>{t.reorder.instructions}</VisuallyHidden>
      <VisuallyHidden id={paletteInstructionsId}>{t.reorder.paletteInstructions}</VisuallyHidden>
      <VisuallyHidden>
        <span role="status" aria-live="assertive">
          {said}
        </span>
      </VisuallyHidden>
    </DragDropProvider>
  );
}
