import type { TemplateContent } from '../../bindings';
import { apply, type Edit } from './edit';

/** The content now, and what it was and can be again within this sitting. */
export interface History {
  readonly past: readonly TemplateContent[];
  readonly present: TemplateContent;
  readonly future: readonly TemplateContent[];
  /** The edit that led to the present, if more of the same may join it. */
  readonly last: Edit | null;
}

/** Steps kept: more than anybody counts, and a bound on memory. */
const DEEPEST = 200;

/** A sitting begins. */
export function begin(content: TemplateContent): History {
  return { past: [], present: content, future: [], last: null };
}

/** Makes an edit. The letters of a word are one step back, not one each. */
export function record(history: History, edit: Edit): History {
  const present = apply(history.present, edit);
  if (joins(history.last, edit)) return { ...history, present, future: [], last: edit };
  return { past: [...history.past, history.present].slice(-DEEPEST), present, future: [], last: edit };
}

/** One step back. */
export function undone(history: History): History {
  const before = history.past.at(-1);
  if (before === undefined) return history;
  return {
    past: history.past.slice(0, -1),
    present: before,
    future: [history.present, ...history.future],
    last: null,
  };
}

/** One step forward again. */
export function redone(history: History): History {
  const [after, ...rest] = history.future;
  if (after === undefined) return history;
  return { past: [...history.past, history.present], present: after, future: rest, last: null };
}

/** Typing goes on in the same field, and no new word has begun. */
function joins(last: Edit | null, edit: Edit): boolean {
  const before = last && typing(last);
  const now = typing(edit);
  return !!before && !!now && before.where === now.where && !/\s$/.test(before.text);
}

/** The field that an edit writes in, and what then stands there; nothing for other edits. */
function typing(edit: Edit): { readonly where: string; readonly text: string } | null {
  switch (edit.edit) {
    case 'write':
      return { where: edit.field, text: edit.text };
    case 'writeOption':
      return { where: edit.option, text: edit.text };
    case 'changePart':
      return { where: edit.part.id, text: edit.part.part === 'text' ? edit.part.text : edit.part.label };
    case 'changeItem': {
      const { text, help } = edit.change;
      if (text !== undefined) return { where: `${edit.id}-text`, text };
      return help === undefined ? null : { where: `${edit.id}-help`, text: help };
    }
    default:
      return null;
  }
}
