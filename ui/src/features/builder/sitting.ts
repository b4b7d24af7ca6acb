import { useState, useSyncExternalStore } from 'react';
import type { DraftView, Edit, EditedDraft, EditName, TemplateContent, TemplateId } from '../../bindings';
import { type CallFailure, call, Refused } from '../../platform';
import { Autosave } from '../../query/autosave';
import { apply, isWriting } from './edit';

/** A step back or forward, which the core takes. */
type Turn = 'undo_edit' | 'redo_edit';

/** What the screen shows of a sitting. */
export interface Desk {
  readonly content: TemplateContent;
  /** What *Ångra* would take back, and *Gör om* make again; also what was done before a restart. */
  readonly undo: EditName | null;
  readonly redo: EditName | null;
  /** What the last step back or forward did, to be said aloud. */
  readonly turned: { readonly turn: Turn; readonly name: EditName } | null;
  /** The last step back or forward was refused: somebody has written over it. */
  readonly refusal: CallFailure | null;
}

/**
 * One sitting with one draft. An edit is shown at once and on its way to the disk; the core makes it again there, names it and
 * keeps what takes it back.
 */
export class Sitting {
  readonly autosave: Autosave<null, EditedDraft | null>;
  readonly #template: TemplateId;
  /** What the core has. */
  #saved: TemplateContent;
  #revision: number;
  /** What was done since, in order. */
  #waiting: readonly (Edit | Turn)[] = [];
  #desk: Desk;
  readonly #listeners = new Set<() => void>();

  constructor(template: TemplateId, draft: DraftView) {
    this.#template = template;
    this.#saved = draft.content;
    this.#revision = draft.revision;
    this.#desk = { content: draft.content, ...draft.steps, turned: null, refusal: null };
    this.autosave = new Autosave(this.#save, isLost);
  }

  /** The revision that is saved, to publish exactly that. */
  get revision(): number {
    return this.#revision;
  }

  readonly edit = (edit: Edit): void => {
    const content = apply(this.#desk.content, edit);
    if (content === this.#desk.content) return;
    this.#waiting = [...this.#waiting, edit];
    this.#show({ content, undo: edit.edit, redo: null, turned: null, refusal: null });
    this.autosave.put(null);
    if (!isWriting(edit)) void this.autosave.flush();
  };
  readonly undo = (): void => this.#turn('undo_edit');
  readonly redo = (): void => this.#turn('redo_edit');

  readonly desk = (): Desk => this.#desk;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  #turn(turn: Turn): void {
    if (this.#nameOf(turn) === null && this.#waiting.length === 0) return;
    this.#waiting = [...this.#waiting, turn];
    this.autosave.put(null);
    void this.autosave.flush();
  }

  /** What a step back or forward would do now. */
  #nameOf(turn: Turn): EditName | null {
    return turn === 'undo_edit' ? this.#desk.undo : this.#desk.redo;
  }

  /** Sends what was done first: edits up to the next step back or forward, or that step. What is left is sent after it. */
  readonly #save = async (): Promise<EditedDraft | null> => {
    const [first] = this.#waiting;
    if (first === undefined) return this.autosave.state().saved;
    const done = typeof first === 'string' ? await this.#sendTurn(first) : await this.#sendEdits();
    if (this.#waiting.length > 0) this.autosave.put(null);
    return done;
  };

  async #sendEdits(): Promise<EditedDraft> {
    const edits = this.#waiting.slice(0, firstTurn(this.#waiting)).filter((one) => typeof one !== 'string');
    const done = await call('edit_draft', { ...this.#where(), edits });
    const saved = edits.reduce(apply, this.#saved);
    this.#take(done, saved, edits.length);
    return done;
  }

  async #sendTurn(turn: Turn): Promise<EditedDraft | null> {
    const name = this.#nameOf(turn);
    try {
      const done = await call(turn, this.#where());
      this.#take(done, this.#saved, 1);
      if (name !== null && done.news.news !== 'none') this.#show({ ...this.#desk, turned: { turn, name } });
      return done;
    } catch (thrown) {
      if (!(thrown instanceof Refused) || thrown.failure.code !== 'stepOverwritten') throw thrown;
      this.#waiting = this.#waiting.slice(1);
      this.#show({ ...this.#desk, refusal: thrown.failure });
      return this.autosave.state().saved;
    }
  }

  #where(): { template: TemplateId; revision: number } {
    return { template: this.#template, revision: this.#revision };
  }

  /** The core has taken the first `count` of what waited, which made `saved`, and says what else there is. */
  #take(done: EditedDraft, saved: TemplateContent, count: number): void {
    const { news, revision, steps } = done;
    this.#revision = revision;
    this.#waiting = this.#waiting.slice(count);
    this.#saved =
      news.news === 'content' ? news.content : news.news === 'edit' ? apply(saved, news.edit) : saved;
    let { content } = this.#desk;
    if (news.news !== 'none') {
      content = this.#saved;
      // What was done meanwhile still stands, but for what has no meaning any more.
      this.#waiting = this.#waiting.filter((one) => {
        if (typeof one === 'string') return true;
        const before = content;
        content = apply(content, one);
        return content !== before;
      });
    }
    const last = this.#waiting.findLast((one) => typeof one !== 'string');
    const names = last === undefined ? steps : { undo: last.edit, redo: null };
    this.#show({ ...this.#desk, content, ...names });
  }

  #show(desk: Desk): void {
    this.#desk = desk;
    for (const listener of this.#listeners) listener();
  }
}

/** The draft is no longer this window's to save: trying again would overwrite, or never succeed. */
export function isLost(failure: CallFailure): boolean {
  return [
    'templateChangedElsewhere',
    'templateHasNoDraft',
    'templateIsArchived',
    'templateNotFound',
    'templateTooLarge',
    'tooManyPictures',
  ].includes(failure.code);
}

/** Sits down with a draft. Give the component a `key` per draft. */
export function useSitting(template: TemplateId, draft: DraftView): { sitting: Sitting; desk: Desk } {
  const [sitting] = useState(() => new Sitting(template, draft));
  const desk = useSyncExternalStore(sitting.subscribe, sitting.desk);
  return { sitting, desk };
}

function firstTurn(waiting: readonly (Edit | Turn)[]): number {
  const at = waiting.findIndex((one) => typeof one === 'string');
  return at === -1 ? waiting.length : at;
}
