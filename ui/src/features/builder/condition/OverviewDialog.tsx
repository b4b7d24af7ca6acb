import type { ReactNode } from 'react';
import { Dialog } from '../../../components/Dialog';
import { type Column, Table } from '../../../components/Table';
import { t } from '../../../i18n/sv';
import type { Line } from '../outline';
import { Diagram } from './Diagram';
import { dependentsIn } from './rules';
import { sentenceOf, titleOf } from './sentence';

export interface OverviewDialogProps {
  /** Every item. */
  readonly lines: readonly Line[];
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

/** *Vad styr vad*: every question with a condition, or that others depend on, drawn and as a table. */
export function OverviewDialog({ lines, isOpen, onClose }: OverviewDialogProps): ReactNode {
  const words = t.conditions.overview;
  const rows = isOpen
    ? lines.filter((line) => line.item.shownWhen || dependentsIn(lines, line).length > 0)
    : [];
  return (
    <Dialog title={words.title} isOpen={isOpen} onClose={onClose} size="wide">
      <p>{words.lead}</p>
      <Diagram rows={rows} lines={lines} />
      <Table
        caption={words.title}
        isCaptionHidden
        columns={columnsFor(lines)}
        rows={rows}
        rowKey={(line) => line.id}
      />
    </Dialog>
  );
}

function columnsFor(lines: readonly Line[]): readonly Column<Line>[] {
  const words = t.conditions.overview;
  return [
    {
      id: 'item',
      heading: words.item,
      cell: ({ name, item }) => t.conditions.numbered(name, titleOf(item)),
    },
    {
      id: 'when',
      heading: words.when,
      cell: ({ item }) => (item.shownWhen ? sentenceOf(item.shownWhen, lines) : words.always),
    },
    {
      id: 'shows',
      heading: words.shows,
      cell: (line) =>
        dependentsIn(lines, line)
          .map(({ name }) => name)
          .join(', ') || words.nothing,
    },
  ];
}
