import { memo, type ReactNode, useEffect, useRef } from 'react';
import type { ItemId } from '../../../bindings';
import { Checkbox } from '../../../components/Choice';
import { VisuallyHidden } from '../../../components/VisuallyHidden';
import { withSmall } from '../../../i18n/format';
import { t } from '../../../i18n/sv';
import { type Selection, useIsSelected } from './selection';
import styles from './selection.module.css';

export interface SelectBoxProps {
  readonly selection: Selection;
  readonly id: ItemId;
  /** "Fråga 3". */
  readonly name: string;
  /** Its words, to be told apart by; may be empty. */
  readonly title: string;
}

/** Selects a card. With Shift, all from the last one to this. */
export const SelectBox = memo(function SelectBox({ selection, id, name, title }: SelectBoxProps): ReactNode {
  const isSelected = useIsSelected(selection, id);
  const box = useRef<HTMLDivElement>(null);
  const isExtending = useRef(false);

  // The change itself does not say whether Shift was held.
  useEffect(() => {
    const element = box.current;
    const note = (event: PointerEvent | KeyboardEvent): void => {
      isExtending.current = event.type !== 'keydown' && event.shiftKey;
    };
    const onClick = (event: MouseEvent): void => {
      if (event.shiftKey) isExtending.current = true;
    };
    const keepText = (event: MouseEvent): void => {
      // Shift and a press would select the text up to here.
      if (event.shiftKey) event.preventDefault();
    };
    element?.addEventListener('pointerdown', note, { capture: true });
    element?.addEventListener('keydown', note, { capture: true });
    element?.addEventListener('click', onClick, { capture: true });
    element?.addEventListener('mousedown', keepText, { capture: true });
    return () => {
      element?.removeEventListener('pointerdown', note, { capture: true });
      element?.removeEventListener('keydown', note, { capture: true });
      element?.removeEventListener('click', onClick, { capture: true });
      element?.removeEventListener('mousedown', keepText, { capture: true });
    };
  }, []);

  return (
    <div ref={box} className={styles.box} data-select={id}>
      <Checkbox
        id={boxId(id)}
        label={<VisuallyHidden>{t.selection.box(withSmall(name), title)}</VisuallyHidden>}
        isSelected={isSelected}
        onChange={() => {
          if (isExtending.current) selection.extendTo(id);
          else selection.toggle(id);
          isExtending.current = false;
        }}
      />
    </div>
  );
});

/** Where focus comes back to. */
export function boxId(id: ItemId): string {
  return `select-${id}`;
}
