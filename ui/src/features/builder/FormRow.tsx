import { memo, type ReactNode } from 'react';
import { ListEnd, SortableItem } from '../../reorder/SortableList';
import { CardPlaceholder } from './CardPlaceholder';
import { ItemCard, type ItemCardProps } from './ItemCard';
import type { Line } from './outline';
import { SectionEnd } from './SectionEnd';
import type { Copied } from './selection/clipboard';

export interface FormRowProps extends Omit<ItemCardProps, 'handle' | 'moveButtons'> {
  /** Puts something before the line where a section ends. */
  readonly onAdd: (kind: string, before: Line) => void;
  readonly onPaste: (copied: Copied, before: Line) => void;
  /** Fetches something from the bank into the section. */
  readonly onFetch: (section: Line) => void;
}

/** One line of the form. Only what is new in the others' lines draws it again, so that typing is quick also in a long form. */
export const FormRow = memo(function FormRow({ onAdd, onPaste, onFetch, ...card }: FormRowProps): ReactNode {
  const { line } = card;
  if (line.isEnd) {
    return (
      <ListEnd id={line.id} depth={line.depth}>
        <SectionEnd
          line={line}
          onAdd={(kind) => onAdd(kind, line)}
          onPaste={(copied) => onPaste(copied, line)}
          onFetch={() => onFetch(line)}
        />
      </ListEnd>
    );
  }
  return (
    <SortableItem id={line.id} depth={line.depth} placeholder={<CardPlaceholder line={line} />}>
      {({ handle, moveButtons }) => <ItemCard {...card} handle={handle} moveButtons={moveButtons} />}
    </SortableItem>
  );
});
