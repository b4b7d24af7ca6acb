import { type ReactNode, useState } from 'react';
import { Button } from '../../components/Button';
import { Dialog } from '../../components/Dialog';
import { Select } from '../../components/Select';
import { isSection } from '../../form/tree';
import { t } from '../../i18n/sv';
import type { Move } from './condition/rules';
import { titleOf } from './condition/sentence';
import { type Line, nameOf, staying } from './outline';

export interface MoveDialogProps {
  /** What is to be moved, of which none stands in another; nothing when nothing is. */
  readonly chosen: readonly Line[] | null;
  readonly lines: readonly Line[];
  readonly onMove: (move: Move) => void;
  readonly onClose: () => void;
}

/** *Flytta till …*: any place, chosen by what it comes after. */
export function MoveDialog({ chosen, lines, onMove, onClose }: MoveDialogProps): ReactNode {
  return (
    <Dialog
      title={t.builder.form.moveTo.title(nameOf(chosen ?? []))}
      isOpen={chosen !== null}
      onClose={onClose}
    >
      {chosen && <Places chosen={chosen} lines={lines} onMove={onMove} onClose={onClose} />}
    </Dialog>
  );
}

function Places({
  chosen,
  lines,
  onMove,
  onClose,
}: MoveDialogProps & { readonly chosen: readonly Line[] }): ReactNode {
  const words = t.builder.form.moveTo;
  const ids = chosen.map(({ id }) => id);
  const from = lines.findIndex(({ id }) => id === ids[0]);
  const [to, setTo] = useState(String(from));
  const stay = staying(lines, ids);
  const isTogether = stay[from] === lines[from + lines.length - stay.length];
  const places = [words.first, ...stay.map(after)].map((label, index) => ({
    value: String(index),
    label: index === from && isTogether ? `${label} (${words.now})` : label,
  }));
  return (
    <>
      <Select label={words.where} options={places} value={to} onChange={setTo} />
      <div>
        <Button
          tone="primary"
          onPress={() => {
            if (!isTogether || Number(to) !== from) onMove({ ids, index: Number(to) });
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
