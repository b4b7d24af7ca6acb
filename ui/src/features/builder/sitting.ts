import { useState, useSyncExternalStore } from 'react';
import type { DraftView, SavedDraft, TemplateContent, TemplateId } from '../../bindings';
import { type CallFailure, call } from '../../platform';
import { Autosave } from '../../query/autosave';
import type { Edit } from './edit';
import { begin, type History, record, redone, undone } from './history';

/** One sitting with one draft: what is written now, the way back, and its saving. Every change is on its way to the disk. */
export class Sitting {
  readonly autosave: Autosave<TemplateContent, SavedDraft>;
  #history: History;
  #revision: number;
  readonly #listeners = new Set<() => void>();

  constructor(template: TemplateId, draft: DraftView) {
    this.#history = begin(draft.content);
    this.#revision = draft.revision;
    this.autosave = new Autosave(async (content) => {
      const saved = await call('save_draft', { template, revision: this.#revision, content });
      this.#revision = saved.revision;
      return saved;
    }, isLost);
  }

  /** The revision that is saved, to publish exactly that. */
  get revision(): number {
    return this.#revision;
  }

  readonly edit = (edit: Edit): void => this.#become(record(this.#history, edit));
  readonly undo = (): void => this.#become(undone(this.#history));
  readonly redo = (): void => this.#become(redone(this.#history));

  readonly history = (): History => this.#history;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  #become(history: History): void {
    if (history === this.#history) return;
    this.#history = history;
    this.autosave.put(history.present);
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
  ].includes(failure.code);
}

/** Sits down with a draft. Give the component a `key` per draft. */
export function useSitting(template: TemplateId, draft: DraftView): { sitting: Sitting; history: History } {
  const [sitting] = useState(() => new Sitting(template, draft));
  const history = useSyncExternalStore(sitting.subscribe, sitting.history);
  return { sitting, history };
}
