import { type ReactNode, useState } from 'react';
import { Button } from '../../components/Button';
import { Dialog } from '../../components/Dialog';
import { Select } from '../../components/Select';
import { isSection } from '../../form/tree';
import { t } from '../../i18n/sv';
import { titleOf } from './condition/sentence';
import type { Line } from './outline';

export interface MoveDialogProps {
  /** What is to be moved; nothing when nothing is. */
  readonly line: Line | null;
  readonly lines: readonly Line[];
  /** An index among the lines that stay. */
  readonly onMove: (id: string, index: number) => void;
  readonly onClose: () => void;
}

/** *Flytta till …*: any place, chosen by what it comes after. */
export function MoveDialog({ line, lines, onMove, onClose }: MoveDialogProps): ReactNode {
  return (
    <Dialog title={t.builder.form.moveTo.title(line?.name ?? '')} isOpen={line !== null} onClose={onClose}>
      {line && <Places key={line.id} line={line} lines={lines} onMove={onMove} onClose={onClose} />}
    </Dialog>
  );
}

function Places({ line, lines, onMove, onClose }: MoveDialogProps & { readonly line: Line }): ReactNode {
  const words = t.builder.form.moveTo;
  const from = lines.findIndex(({ id }) => id === line.id);
  const [to, setTo] = useState(String(from));
  const stay = [...lines.slice(0, from), ...lines.slice(from + line.block)];
  const places = [words.first, ...stay.map(after)].map((label, index) => ({
    value: String(index),
    label: index === from ? `${label} (${words.now})` : label,
  }));
  return (
    <>
      <Select label={words.where} options={places} value={to} onChange={setTo} />
      <div>
        <Button
          tone="primary"
          onPress={() => {
            if (Number(to) !== from) onMove(line.id, Number(to));
            onClose();
          }}
        >
          {words.confirm}
        </Button>
      </div>
    </>
  );
}

/** The place after a line: inside a section when it is where one begins. */
function after({ item, isEnd, name }: Line): string {
  const words = t.builder.form.moveTo;
  if (isSection(item) && !isEnd) return words.firstIn(name);
  return words.after(name, titleOf(item));
}
