import { memo, type ReactNode } from 'react';
import { useFormTools, useLines } from '../formTools';
import type { Line } from '../outline';
import { AddCondition, ConditionEditor } from './ConditionEditor';
import { sourcesFor } from './rules';

export interface CardConditionProps {
  readonly line: Line;
  readonly fault: string | undefined;
}

/** When an item is shown, or the way to say so where there is something to ask for. */
export const CardCondition = memo(function CardCondition({ line, fault }: CardConditionProps): ReactNode {
  const hasSource = useLines((lines) => sourcesFor(lines, line).length > 0);
  const { item, name } = line;
  if (item.shownWhen) return <WithLines line={line} fault={fault} />;
  return hasSource && <AddCondition item={item.id} name={name} />;
});

function WithLines({ line, fault }: CardConditionProps): ReactNode {
  const { edit, focusAfter } = useFormTools();
  const lines = useLines((all) => all);
  const { item } = line;
  return (
    item.shownWhen && (
      <ConditionEditor
        line={line}
        condition={item.shownWhen}
        lines={lines}
        sources={sourcesFor(lines, line)}
        edit={edit}
        fault={fault}
        focusAfter={focusAfter}
      />
    )
  );
}
