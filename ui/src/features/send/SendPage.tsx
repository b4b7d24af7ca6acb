import { type ReactNode, useEffect, useEffectEvent, useRef, useState } from 'react';
import type { Message as Letter, Marking, MessageDraft, Sendable, Signature } from '../../bindings';
import { Answered } from '../../components/Answered';
import { focusField } from '../../components/ErrorSummary';
import { FailureBanner } from '../../components/FailureBanner';
import { Page } from '../../components/Page';
import { parseDate } from '../../i18n/parse';
import { t } from '../../i18n/sv';
import { useAct } from '../../query/useAct';
import { useCommand } from '../../query/useCommand';
import { CitizenStep } from './CitizenStep';
import { hasText, slotProblems, writtenFor } from './compose';
import { DraftOffer } from './DraftOffer';
import { dayField, timeField } from './MannerFields';
import { MessageStep } from './MessageStep';
import { SendStep } from './SendStep';
import { Sent } from './Sent';
import { type Manner, timeOf } from './sending';
import { TemplateStep } from './TemplateStep';
import { useWayBack, type WayBack } from './useWayBack';
import { useWriting, type Writing } from './useWriting';

/** *Skicka nytt ärende*: to whom, which template, what to write, and a last look, on one page. */
export function SendPage(): ReactNode {
  const [{ nth, taken }, setMessage] = useState<Message>({ nth: 0, taken: null });
  const next = (back: MessageDraft | null): void => setMessage({ nth: nth + 1, taken: back });
  return <NewMessage key={nth} taken={taken} onAgain={() => next(null)} onTaken={next} />;
}

/** Which message it is since the page was opened, and what it begins with when it was sent and taken back. */
interface Message {
  readonly nth: number;
  readonly taken: MessageDraft | null;
}

interface NewMessageProps {
  readonly taken: MessageDraft | null;
  readonly onAgain: () => void;
  readonly onTaken: (back: MessageDraft) => void;
}

function NewMessage({ taken, onAgain, onTaken }: NewMessageProps): ReactNode {
  const [isDecided, setDecided] = useState(taken !== null);
  const wayBack = useWayBack();
  const writing = useWriting((back) => wayBack.offer(t.send.citizen.changed, back));
  const sending = useAct('send_case');
  const [marking, setMarking] = useState<Marking>('information');
  const begin = useEffectEvent(() => {
    if (taken) writing.resume(taken);
  });
  useEffect(() => begin(), []);

  if (sending.data) {
    return (
      <Sent
        sent={sending.data}
        marking={marking}
        onAgain={onAgain}
        onTaken={() => {
          const back = writing.takenBack(sending.data);
          if (back) onTaken(back);
        }}
      />
    );
  }

  const resume = (found: MessageDraft): void => {
    setDecided(true);
    writing.resume(found);
  };
  const letGo = (found: MessageDraft): void => {
    setDecided(true);
    wayBack.offer(t.send.draft.discarded, () => writing.resume(found));
  };
  const steps = <Steps writing={writing} wayBack={wayBack} sending={sending} onSending={setMarking} />;
  return (
    <Page title={t.send.title} lead={t.send.lead}>
      {isDecided ? (
        steps
      ) : (
        <Begun onResume={resume} onDiscarded={letGo}>
          {steps}
        </Begun>
      )}
    </Page>
  );
}

interface BegunProps {
  readonly onResume: (draft: MessageDraft) => void;
  readonly onDiscarded: (draft: MessageDraft) => void;
  readonly children: ReactNode;
}

/** What was begun before, or the steps when nothing was. Left as soon as that is decided, and then nothing is kept of the answer. */
function Begun({ onResume, onDiscarded, children }: BegunProps): ReactNode {
  const draft = useCommand('open_message_draft', null, { isFresh: true });
  return (
    <Answered asked={draft}>
      {(found) =>
        found ? <DraftOffer draft={found} onResume={onResume} onDiscarded={onDiscarded} /> : children
      }
    </Answered>
  );
}

interface StepsProps {
  readonly writing: Writing;
  readonly wayBack: WayBack;
  readonly sending: ReturnType<typeof useAct<'send_case'>>;
  readonly onSending: (marking: Marking) => void;
}

/** Each step appears when the one before is done, and can be gone back to. */
function Steps({ writing, wayBack, sending, onSending }: StepsProps): ReactNode {
  const { citizen, letter } = writing;
  const isReachable = citizen !== null && citizen.unreachable === null;
  const sendable = useCommand('list_sendable', null, { enabled: isReachable });
  const chosen = sendable.data?.find((one) => one.version === letter.version);
  const isRefused = sending.error?.failure.code === 'templateNotSendable';

  const changeCitizen = (): void => {
    const isLost = hasText(letter.slots);
    sending.reset();
    const back = writing.changeCitizen();
    if (isLost) wayBack.offer(t.send.citizen.changed, back);
  };

  return (
    <>
      <CitizenStep
        citizen={citizen}
        isLookingUp={writing.isLookingUp}
        failure={writing.lookUpFailure}
        onLookUp={writing.lookUp}
        onRetry={writing.lookUpAgain}
        onLookUpNew={writing.lookUpNew}
        onChange={changeCitizen}
      />
      {isReachable && (
        <Answered asked={sendable}>
          {(templates) => (
            <TemplateStep
              sendable={templates}
              chosen={chosen}
              isOutdated={isRefused || (letter.version !== null && !chosen)}
              onPick={(version) => {
                sending.reset();
                writing.pickTemplate(version);
              }}
              onChange={writing.changeTemplate}
            />
          )}
        </Answered>
      )}
      {isReachable && chosen && (
        <Fill
          key={chosen.version}
          wayBack={wayBack}
          template={chosen}
          writing={writing}
          sending={sending}
          onSending={onSending}
        />
      )}
    </>
  );
}

/** The message as it is signed. */
function signed(message: Letter, signature: Signature | undefined): Letter {
  return signature ? { ...message, signature } : message;
}

interface FillProps extends StepsProps {
  readonly template: Sendable;
}

/** What to write, and the last look. */
function Fill({ template, writing, wayBack, sending, onSending }: FillProps): ReactNode {
  const { letter, citizen } = writing;
  const [attempt, setAttempt] = useState(0);
  const [isSettling, setSettling] = useState(false);
  // Two presses in one breath both see the same state, so the guard is not state.
  const isUnderWay = useRef(false);
  const opened = useCommand('open_sendable', { version: template.version });
  const choice = useCommand('sender_choice', null);
  const [chosen, setChosen] = useState<Manner | null>(null);
  const manner = chosen ?? { signed: choice.data?.signed ?? false, isLater: false, day: '', time: '' };
  const frame = useCommand('preview_message', { version: template.version, slots: {} });
  const isSending = isSettling || sending.isPending;

  const done = (): void => {
    isUnderWay.current = false;
    setSettling(false);
  };
  const send = async (): Promise<void> => {
    const content = opened.data?.content;
    if (!content || !citizen || isUnderWay.current) return;
    const at = timeOf(manner);
    const isUnfilled = slotProblems(content, letter.slots).length > 0;
    if (isUnfilled || at === undefined) {
      setAttempt(attempt + 1);
      if (!isUnfilled) {
        focusField(parseDate(manner.day) === null ? dayField : timeField);
      }
      return;
    }
    isUnderWay.current = true;
    setSettling(true);
    await writing.settle();
    onSending(template.marking);
    sending.mutate(
      {
        case: letter.case,
        citizen: citizen.citizen.id,
        version: template.version,
        slots: writtenFor(content, letter.slots),
        signed: manner.signed,
        at,
      },
      { onSuccess: writing.end, onSettled: done },
    );
  };

  return (
    <Answered asked={opened}>
      {({ content }) => (
        <>
          <MessageStep
            content={content}
            frame={frame.data && signed(frame.data.message, manner.signed ? choice.data?.me : undefined)}
            slots={letter.slots}
            onWrite={(slot, text) => {
              wayBack.withdraw();
              writing.write(content, slot, text);
            }}
            isReadOnly={isSending}
            attempt={attempt}
          />
          <FailureBanner failure={frame.error?.failure ?? null} onRetry={() => void frame.refetch()} />
          <FailureBanner failure={choice.error?.failure ?? null} onRetry={() => void choice.refetch()} />
          {citizen && choice.data && (
            <SendStep
              citizen={citizen.citizen}
              template={template}
              choice={choice.data}
              manner={manner}
              onManner={(next) => {
                sending.reset();
                // What is asked for from now on has not been tried.
                if (next.isLater && !manner.isLater) setAttempt(0);
                setChosen(next);
              }}
              isTried={attempt > 0}
              saving={writing.saving}
              onRetrySave={writing.retrySave}
              failure={sending.error?.failure ?? null}
              isSending={isSending}
              onSend={() => void send()}
              onLookUpAgain={() => {
                sending.reset();
                writing.lookUpAgain();
              }}
            />
          )}
        </>
      )}
    </Answered>
  );
}
