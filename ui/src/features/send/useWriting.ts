import { useState } from 'react';
import type {
  CaseId,
  LookedUp,
  MessageDraft,
  SavedMessageDraft,
  SaveMessageDraft,
  TemplateContent,
  VersionId,
} from '../../bindings';
import { type CallFailure, call } from '../../platform';
import { Autosave, type SaveState, useAutosave } from '../../query/autosave';
import { useAct } from '../../query/useAct';
import { type Slots, writtenFor } from './compose';

/** One message being written: which case it becomes, and what has been chosen and written so far. */
interface Letter {
  /** Made once for each message, and the same on every attempt to send it: twice sent is once sent. */
  readonly case: CaseId;
  readonly version: VersionId | null;
  readonly slots: Slots;
}

/** The message being written, and what can be done with it. */
export interface Writing {
  readonly letter: Letter;
  /** To whom, with the verdict on whether they can be reached. */
  readonly citizen: LookedUp | null;
  readonly isLookingUp: boolean;
  readonly lookUpFailure: CallFailure | null;
  readonly saving: SaveState<SavedMessageDraft>;
  readonly lookUp: (number: string) => void;
  /** Begins again with another citizen. What is written goes: it was written to somebody else. Gives a way back. */
  readonly changeCitizen: () => () => void;
  readonly pickTemplate: (version: VersionId) => void;
  readonly changeTemplate: () => void;
  readonly write: (content: TemplateContent, slot: string, text: string) => void;
  readonly resume: (draft: MessageDraft) => void;
  readonly retrySave: () => void;
  /** Waits for the draft to be safe, so that it is not saved again after it has been sent. */
  readonly settle: () => Promise<unknown>;
  /** It has been sent: there is no draft any more. */
  readonly end: () => void;
}

/** Holds one message while it is written, and saves it as a draft. */
export function useWriting(): Writing {
  const [letter, setLetter] = useState(newLetter);
  const [autosave] = useState(
    () => new Autosave<SaveMessageDraft, SavedMessageDraft>((draft) => call('save_message_draft', draft)),
  );
  const saving = useAutosave(autosave);
  const looking = useAct('look_up_citizen');
  const citizen = looking.data ?? null;

  return {
    letter,
    citizen,
    isLookingUp: looking.isPending,
    lookUpFailure: looking.error?.failure ?? null,
    saving,
    lookUp: (number) => looking.mutate({ number }),
    changeCitizen: () => {
      const before = { letter, number: citizen?.citizen.number };
      looking.reset();
      setLetter(newLetter());
      return () => {
        if (before.number !== undefined) looking.mutate({ number: before.number });
        setLetter(before.letter);
      };
    },
    pickTemplate: (version) => setLetter({ ...letter, version }),
    changeTemplate: () => setLetter({ ...letter, version: null }),
    write: (content, slot, text) => {
      const slots = { ...letter.slots, [slot]: text };
      setLetter({ ...letter, slots });
      if (citizen && letter.version !== null) {
        autosave.put({
          case: letter.case,
          citizen: citizen.citizen.id,
          version: letter.version,
          slots: writtenFor(content, slots),
        });
      }
    },
    resume: ({ case: id, citizen: { id: to, number }, version, slots }) => {
      setLetter({ case: id, version, slots });
      looking.mutate({ number });
      // It may have been thrown away a moment ago and be taken back.
      autosave.put({ case: id, citizen: to, version, slots });
    },
    retrySave: () => void autosave.flush(),
    settle: () => autosave.flush(),
    end: autosave.end,
  };
}

function newLetter(): Letter {
  return { case: crypto.randomUUID(), version: null, slots: {} };
}
