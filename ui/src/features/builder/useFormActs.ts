import { type RefObject, useCallback, useState } from 'react';
import type { Edit, Item } from '../../bindings';
import { walk } from '../../form/tree';
import { textOf } from '../../i18n/failures';
import { t } from '../../i18n/sv';
import { type BankSource, coupled } from './bank/coupling';
import type { Removal } from './condition/DependentsDialog';
import { dependentsOf, type Fate, type Move, overtaken, removal } from './condition/rules';
import type { Overtaking } from './MoveAlongDialog';
import { copiesOf } from './make';
import { type Line, nameOf, outline, placeAt, topmost } from './outline';
import { fieldId } from './problems';
import { countOf } from './selection/clipboard';
import { hasRoom, hasRoomForPictures, isTooDeep, pasted } from './selection/paste';
import type { Selection } from './selection/selection';
import { adding, type FormEdit, formWith, moving, oneStep, takingBack } from './several';
import { useUndoToast } from './useUndoToast';

/** What went wrong, and what to do now. */
export interface Trouble {
  readonly title: string;
  readonly todo: string;
}

export interface FormActsUse {
  /** The form as it is now, also for what was begun earlier. */
  readonly latest: RefObject<{ readonly form: readonly Item[]; readonly lines: readonly Line[] }>;
  readonly edit: (edit: Edit) => void;
  readonly focusAfter: (field: string) => void;
  readonly selection: Selection;
}

/** What can be done with items, one or several: each a step of its own. */
export interface FormActs {
  readonly add: (item: Item, index: number) => void;
  /** `isTold`: says that it was done, and offers it back. */
  readonly duplicate: (chosen: readonly Line[], isTold: boolean) => void;
  readonly move: (move: Move, isTold: boolean) => void;
  /** Asks first when others depend on them. */
  readonly remove: (chosen: readonly Line[], said: string) => void;
  readonly removeWith: (removal: Removal, fate: Fate) => void;
  /** Puts copies in; `said` says how many, or as a paste does. Coupled to where they came from, when that is said. */
  readonly paste: (
    items: readonly Item[],
    index: number,
    said?: (count: number) => string,
    source?: BankSource | null,
  ) => void;
  /** What is being asked about: what is to be taken away, or moved, though others depend on it. */
  readonly asking: Removal | null;
  readonly overtaking: Overtaking | null;
  readonly trouble: Trouble | null;
  readonly setTrouble: (trouble: Trouble | null) => void;
  readonly leaveBe: () => void;
}

/** Makes them. All but `asking`, `overtaking` and `trouble` stay the same from one drawing to the next. */
export function useFormActs({ latest, edit, focusAfter, selection }: FormActsUse): FormActs {
  const offerBack = useUndoToast(edit);
  const [asking, setAsking] = useState<Removal | null>(null);
  const [overtaking, setOvertaking] = useState<Overtaking | null>(null);
  const [trouble, setTrouble] = useState<Trouble | null>(null);

  const carryOut = useCallback(
    (edits: readonly FormEdit[], said: string | null) => {
      if (edits.length === 0) return;
      const back = takingBack(latest.current.form, edits);
      setTrouble(null);
      edit(oneStep(edits));
      if (said !== null) offerBack(said, oneStep(back));
    },
    [latest, edit, offerBack],
  );

  const put = useCallback(
    (items: readonly Item[], index: number, said: string | null) => {
      const { form, lines } = latest.current;
      const place = placeAt(lines, [], index);
      const [first] = items;
      if (!hasRoom(form, items)) setTrouble(textOf({ code: 'templateTooLarge' }));
      else if (!hasRoomForPictures(form, items)) setTrouble(textOf({ code: 'tooManyPictures' }));
      else if (isTooDeep(lines, items, place)) setTrouble(t.selection.tooDeep);
      else if (first) {
        carryOut(adding(items, place), said);
        if (said !== null) selection.only(walk(items).map(({ id }) => id));
        focusAfter(fieldId.item(first.id));
      }
    },
    [latest, carryOut, focusAfter, selection],
  );

  const add = useCallback((item: Item, index: number) => put([item], index, null), [put]);

  const duplicate = useCallback(
    (chosen: readonly Line[], isTold: boolean) => {
      const last = chosen.at(-1);
      if (!last) return;
      const index = latest.current.lines.findIndex(({ id }) => id === last.id) + last.block;
      const said = isTold ? t.selection.duplicated(nameOf(chosen), chosen.length === 1) : null;
      put(copiesOf(chosen.map(({ item }) => item)), index, said);
    },
    [latest, put],
  );

  const paste = useCallback(
    (
      copied: readonly Item[],
      index: number,
      said: (count: number) => string = t.selection.pasted,
      source: BankSource | null = null,
    ) => {
      const { items: copies, conditions } = pasted(latest.current.form, copied);
      const items = source ? coupled(copies, copied, source) : copies;
      const lost = conditions > 0 ? ` ${t.selection.conditionsLost(conditions)}` : '';
      put(items, index, `${said(countOf(items))}${lost}`);
    },
    [latest, put],
  );

  const move = useCallback(
    (asked: Move, isTold: boolean) => {
      const { form, lines } = latest.current;
      const chosen = topmost(lines, new Set(asked.ids));
      const name = nameOf(chosen);
      const { dependents, along, stuck } = overtaken(lines, asked);
      const makeMove = ({ ids, index }: Move, hasAsked: boolean): void => {
        const place = placeAt(lines, ids, index);
        const edits = moving(form, ids, place);
        const items = topmost(lines, new Set(ids)).map(({ item }) => item);
        if (isTooDeep(lines, items, place)) setTrouble(t.selection.tooDeep);
        else if (edits.length === 0) selection.say(t.selection.unmoved(name));
        else carryOut(edits, isTold ? t.selection.moved(name, chosen.length === 1) : null);
        const [first] = asked.ids;
        if (first !== undefined && (isTold || hasAsked)) focusAfter(fieldId.item(first));
      };
      if (dependents.length + stuck.length === 0) makeMove(asked, false);
      else
        setOvertaking({
          name,
          dependents,
          stuck,
          move: (isAlong) => makeMove(isAlong ? along : asked, true),
        });
    },
    [latest, carryOut, focusAfter, selection],
  );

  const removeWith = useCallback(
    ({ chosen, said }: Removal, fate: Fate) => {
      const { form, lines } = latest.current;
      // While it was asked, somebody else may have taken some of it away.
      const gone = topmost(lines, new Set(chosen.map(({ id }) => id)));
      const edits = removal(
        form,
        gone.map(({ id }) => id),
        fate,
      );
      const neighbour = neighbourOf(lines, gone, formWith(form, edits));
      carryOut(edits, said);
      focusAfter(neighbour ? fieldId.item(neighbour.id) : fieldId.form);
    },
    [latest, carryOut, focusAfter],
  );

  const remove = useCallback(
    (chosen: readonly Line[], said: string) => {
      const ids = chosen.map(({ id }) => id);
      if (ids.length === 0) return;
      if (dependentsOf(latest.current.form, ids).length > 0) setAsking({ chosen, said });
      else removeWith({ chosen, said }, 'hide');
    },
    [latest, removeWith],
  );

  const leaveBe = useCallback(() => {
    setAsking(null);
    setOvertaking(null);
  }, []);

  return {
    add,
    duplicate,
    move,
    remove,
    removeWith,
    paste,
    asking,
    overtaking,
    trouble,
    setTrouble,
    leaveBe,
  };
}

/** Where focus goes when these are gone: what stands next, or else before. */
function neighbourOf(
  lines: readonly Line[],
  chosen: readonly Line[],
  left: readonly Item[],
): Line | undefined {
  const [first] = chosen;
  const last = chosen.at(-1);
  if (!first || !last) return undefined;
  const stays = new Set(outline(left).map(({ id }) => id));
  const next = lines[lines.indexOf(last) + last.block];
  const before = lines.slice(0, lines.indexOf(first)).reverse();
  return [next, ...before].find((line) => line && !line.isEnd && stays.has(line.id));
}
