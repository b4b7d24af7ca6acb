import { useState } from 'react';
import type {
  CaseId,
  CitizenId,
  LookedUp,
  MessageDraft,
  PersonNumber,
  SavedMessageDraft,
  SaveMessageDraft,
  SentCase,
  TemplateContent,
  VersionId,
} from '../../bindings';
import { type CallFailure, call } from '../../platform';
import { Autosave, type SaveState, useAutosave } from '../../query/autosave';
import { useAct } from '../../query/useAct';
import { hasText, type Slots, writtenFor } from './compose';

/** To whom a message is written, and by which number they are asked for again. */
interface Recipient {
  readonly id: CitizenId;
  readonly number: PersonNumber;
}

/** Who was asked for last. */
interface Asked {
  readonly number: string;
  /** The number is known to be another of whoever is written to. */
  readonly isSamePerson: boolean;
}

/** One message being written: which case it becomes, and what has been chosen and written so far. */
interface Letter {
  /** Made once for each message, and the same on every attempt to send it: twice sent is once sent. */
  readonly case: CaseId;
  /** `null` until somebody has been found. */
  readonly to: Recipient | null;
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
  /** Asks again for the one who was asked for last. */
  readonly lookUpAgain: () => void;
  /** On to the same person's new number. What is written follows. */
  readonly lookUpNew: (number: PersonNumber) => void;
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
  /** What was sent and taken back, to go on with as another case: what was taken back is none any more. */
  readonly takenBack: (sent: SentCase) => MessageDraft | null;
}

/**
 * Holds one message while it is written, and saves it as a draft. What is known of the citizen is asked for anew each time and kept
 * nowhere else. `onLeft` is given the way back when somebody else was found than the one it was written to.
 */
export function useWriting(onLeft: (back: () => void) => void): Writing {
  const [letter, setLetter] = useState(newLetter);
  const [autosave] = useState(
    () => new Autosave<SaveMessageDraft, SavedMessageDraft>((draft) => call('save_message_draft', draft)),
  );
  const saving = useAutosave(autosave);
  const looking = useAct('look_up_citizen');
  const [asked, setAsked] = useState<Asked | null>(null);
  const citizen = looking.data ?? null;

  /** Asks anew for the one it was written to before. */
  const again = ({ number }: Recipient): void => {
    setAsked({ number, isSamePerson: false });
    looking.mutate({ number });
  };
  const goBackTo = (before: Letter): void => {
    setLetter(before);
    if (before.to) again(before.to);
  };
  const found = (to: Recipient, { isSamePerson }: Asked): void => {
    if (letter.to === null || letter.to.id === to.id) {
      setLetter({ ...letter, to });
    } else if (isSamePerson) {
      setLetter({ ...letter, to });
      if (letter.version !== null && hasText(letter.slots)) autosave.put(draftOf(letter, letter.version, to));
    } else {
      setLetter({ ...newLetter(), to });
      if (hasText(letter.slots)) onLeft(() => goBackTo(letter));
    }
  };
  const ask = (next: Asked): void => {
    setAsked(next);
    looking.mutate(
      { number: next.number },
      { onSuccess: ({ citizen: { id, number } }) => found({ id, number }, next) },
    );
  };

  return {
    letter,
    citizen,
    isLookingUp: looking.isPending,
    lookUpFailure: looking.error?.failure ?? null,
    saving,
    lookUp: (number) => ask({ number, isSamePerson: false }),
    lookUpNew: (number) => ask({ number, isSamePerson: true }),
    lookUpAgain: () => {
      if (asked) ask(asked);
    },
    changeCitizen: () => {
      const before = letter;
      looking.reset();
      setLetter(newLetter());
      return () => goBackTo(before);
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
    resume: ({ case: id, citizen: { id: citizenId, number }, version, slots }) => {
      const to = { id: citizenId, number };
      const resumed = { case: id, to, version, slots };
      goBackTo(resumed);
      // It may have been thrown away a moment ago and be taken back.
      autosave.put(draftOf(resumed, version, to));
    },
    retrySave: () => void autosave.flush(),
    settle: () => autosave.flush(),
    end: autosave.end,
    takenBack: ({ citizenName: name, sent: saved }) => {
      const { to, version, slots } = letter;
      if (to === null || version === null) return null;
      return { case: crypto.randomUUID(), citizen: { ...to, name }, version, slots: { ...slots }, saved };
    },
  };
}

function draftOf({ case: id, slots }: Letter, version: VersionId, to: Recipient): SaveMessageDraft {
  return { case: id, citizen: to.id, version, slots };
}

function newLetter(): Letter {
  return { case: crypto.randomUUID(), to: null, version: null, slots: {} };
}
