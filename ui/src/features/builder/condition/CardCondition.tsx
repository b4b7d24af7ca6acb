import type { ReactNode } from 'react';
import type { Edit } from '../../../bindings';
import type { Line } from '../outline';
import { useLines } from '../sharedLines';
import { AddCondition, ConditionEditor } from './ConditionEditor';
import { sourcesFor } from './rules';

export interface CardConditionProps {
  readonly line: Line;
  readonly edit: (edit: Edit) => void;
  readonly fault: string | undefined;
  readonly focusAfter: (field: string) => void;
}

/** When an item is shown, or the way to say so where there is something to ask for. */
export function CardCondition({ line, edit, fault, focusAfter }: CardConditionProps): ReactNode {
  const lines = useLines();
  const sources = sourcesFor(lines, line);
  const source = sources.at(-1)?.item;
  const { item, name } = line;
  if (item.shownWhen) {
    return (
      <ConditionEditor
        line={line}
        condition={item.shownWhen}
        lines={lines}
        sources={sources}
        edit={edit}
        fault={fault}
        focusAfter={focusAfter}
      />
    );
  }
  return (
    source && <AddCondition item={item.id} name={name} source={source} edit={edit} focusAfter={focusAfter} />
  );
}
