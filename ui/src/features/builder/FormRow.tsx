import { memo, type ReactNode } from 'react';
import { ListEnd, SortableItem } from '../../reorder/SortableList';
import { CardPlaceholder } from './CardPlaceholder';
import { useFormTools } from './formTools';
import { ItemCard } from './ItemCard';
import type { Line } from './outline';
import type { FindingText } from './problems';
import { SectionEnd } from './SectionEnd';

export interface FormRowProps {
  readonly line: Line;
  readonly faults: readonly FindingText[];
}

/** One line of the form. Only what is new in the others' lines draws it again, so that typing is quick also in a long form. */
export const FormRow = memo(function FormRow({ line, faults }: FormRowProps): ReactNode {
  const { addBefore, pasteBefore, fetchInto } = useFormTools();
  if (line.isEnd) {
    return (
      <ListEnd id={line.id} depth={line.depth}>
        <SectionEnd
          line={line}
          onAdd={(kind) => addBefore(kind, line.id)}
          onPaste={(copied) => pasteBefore(copied, line.id)}
          onFetch={() => fetchInto(line.item.id)}
        />
      </ListEnd>
    );
  }
  return (
    <SortableItem
      id={line.id}
      name={line.name}
      depth={line.depth}
      placeholder={<CardPlaceholder line={line} />}
    >
      {({ handle, moveButtons }) => (
        <ItemCard line={line} faults={faults} handle={handle} moveButtons={moveButtons} />
      )}
    </SortableItem>
  );
});
