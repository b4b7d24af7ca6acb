import { type ComponentProps, type RefObject, useState } from 'react';
import type { Item } from '../../../bindings';
import { textOf } from '../../../i18n/failures';
import { t } from '../../../i18n/sv';
import { useAct } from '../../../query/useAct';
import { linesOf } from '../lines';
import { newItem } from '../make';
import { type Line, nameOf, topmost } from '../outline';
import { fieldId } from '../problems';
import { understood } from '../QuickAdd';
import type { FormActs } from '../useFormActs';
import { copiedOf, countOf, type Found, keep, keptNow } from './clipboard';
import type { PasteLinesDialog } from './PasteLinesDialog';
import { boxId } from './SelectBox';
import type { Selection } from './selection';
import { indexAt, type Spot } from './spot';
import { copyByPress, useClipboard } from './useClipboard';

export interface SeveralUse {
  readonly area: RefObject<HTMLElement | null>;
  readonly latest: RefObject<{ readonly form: readonly Item[]; readonly lines: readonly Line[] }>;
  readonly selection: Selection;
  readonly acts: FormActs;
  readonly focusAfter: (field: string) => void;
}

/** What is done with all that is selected, and with what lies on the clipboard. */
export interface Several {
  /** What is selected, of which none stands in another. */
  readonly chosen: () => readonly Line[];
  readonly copy: () => void;
  readonly cut: () => void;
  readonly remove: () => void;
  readonly pasteAfter: () => void;
  /** Lets go. Where focus was in the bar, it goes to the card that was pointed out last. */
  readonly clear: (isInBar: boolean) => void;
  /** What *Flytta till …* asks about. */
  readonly moving: readonly Line[] | null;
  readonly setMoving: (chosen: readonly Line[] | null) => void;
  readonly pastingLines: ComponentProps<typeof PasteLinesDialog>;
}

export function useSeveral({ area, latest, selection, acts, focusAfter }: SeveralUse): Several {
  const words = t.selection;
  const read = useAct('read_copied_items');
  const [moving, setMoving] = useState<readonly Line[] | null>(null);
  const [pasting, setPasting] = useState<{ readonly lines: readonly string[]; readonly spot: Spot } | null>(
    null,
  );

  const chosen = (): readonly Line[] => topmost(latest.current.lines, selection.selected().ids);
  const takeAway = (gone: readonly Line[]): void =>
    acts.remove(gone, words.wasCut(nameOf(gone), gone.length === 1));
  const paste = (items: readonly Item[], spot: Spot): void =>
    acts.paste(items, indexAt(latest.current.lines, spot, selection));

  /** Always into this window's own clipboard; into the system's if the webview lets the page, which is then told instead. */
  const copy = (): void => {
    const copied = copiedOf(chosen().map(({ item }) => item));
    keep(copied);
    selection.say(words.copiedHere(countOf(copied.items)));
    copyByPress();
  };

  const onPaste = (found: Found, spot: Spot): void => {
    acts.setTrouble(null);
    if ('own' in found) {
      read.mutate(
        { text: found.own },
        {
          onSuccess: (items) => paste(items, spot),
          onError: ({ failure }) => acts.setTrouble(textOf(failure)),
        },
      );
    } else if ('kept' in found) paste(found.kept.items, spot);
    else {
      const lines = linesOf(found.text.replaceAll('\t', ' '));
      if (lines.length > 0) setPasting({ lines, spot });
      else selection.say(words.nothing);
    }
  };

  useClipboard({
    area,
    latest,
    selection,
    onCopied: ({ items }) => selection.say(words.copied(countOf(items))),
    onCut: takeAway,
    onRefused: () => acts.setTrouble(words.notCopied),
    onPaste,
  });

  return {
    chosen,
    copy,
    cut: () => {
      copy();
      takeAway(chosen());
    },
    remove: () => {
      const gone = chosen();
      acts.remove(gone, words.removed(nameOf(gone), gone.length === 1));
    },
    pasteAfter: () => {
      const kept = keptNow();
      if (kept) paste(kept.items, { at: 'form' });
    },
    clear: (isInBar) => {
      selection.clear();
      if (isInBar) focusAfter(selection.anchor === null ? fieldId.form : boxId(selection.anchor));
    },
    moving,
    setMoving,
    pastingLines: {
      lines: pasting?.lines ?? null,
      onConfirm: (lines) => pasting && paste(lines.map(questionOf), pasting.spot),
      onClose: () => setPasting(null),
    },
  };
}

/** A question of its own, of the kind that the line begins with if it does: as one types it. */
function questionOf(line: string): Item {
  const { kind, text } = understood(line);
  return { ...newItem(kind), text };
}
