import { useState } from 'react';
import type { DraftView, TemplateView } from '../../bindings';
import type { CallFailure } from '../../platform';
import { useAct } from '../../query/useAct';
import { bySeverity } from './guidance';
import type { Sitting } from './sitting';

/** How far publishing has come. */
export interface Publishing {
  /** How many times it has been refused because something is missing. */
  readonly attempt: number;
  readonly isChecking: boolean;
  /** Whether the person is asked for the last word. */
  readonly isAsking: boolean;
  readonly isPublishing: boolean;
  readonly failure: CallFailure | null;
  /** Saves what waits, and either lists what is missing or asks. */
  readonly check: () => void;
  readonly publish: () => void;
  readonly cancel: () => void;
}

/** The way from the button to the published version, or to whoever approves it. */
export function usePublishing(
  { id: template, mustBeApproved }: TemplateView,
  draft: DraftView,
  sitting: Sitting,
  onPublished: (number: number) => Promise<unknown>,
): Publishing {
  const [attempt, setAttempt] = useState(0);
  const [step, setStep] = useState<'idle' | 'checking' | 'asking' | 'publishing'>('idle');
  const act = useAct(mustBeApproved ? 'submit_template' : 'publish_template');

  const check = async (): Promise<void> => {
    setStep('checking');
    act.reset();
    const isSaved = await sitting.autosave.flush();
    const { problems, findings } = sitting.autosave.state().saved ?? draft;
    const [errors] = bySeverity(findings);
    if (isSaved && problems.length === 0 && errors.length === 0) {
      setStep('asking');
      return;
    }
    // What is not saved cannot be published; why not stands in the banner of the saving.
    if (isSaved) setAttempt((earlier) => earlier + 1);
    setStep('idle');
  };

  const publish = async (): Promise<void> => {
    setStep('publishing');
    try {
      const view = await act.mutateAsync({ template, revision: sitting.revision });
      await onPublished(view.published?.number ?? 0);
    } catch {
      // The refusal is in `act.error`, and is shown on the page once the dialog is closed.
      if (sitting.autosave.state().at !== 'failed') setAttempt((earlier) => earlier + 1);
      setStep('idle');
    }
  };

  return {
    attempt,
    isChecking: step === 'checking',
    isAsking: step === 'asking' || step === 'publishing',
    isPublishing: step === 'publishing',
    failure: act.error?.failure ?? null,
    check: () => void check(),
    publish: () => void publish(),
    cancel: () => setStep('idle'),
  };
}
