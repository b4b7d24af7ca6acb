import type { ReactNode } from 'react';
import type { Citizen, SavedMessageDraft, Sendable, SenderChoice } from '../../bindings';
import { Button } from '../../components/Button';
import { Card } from '../../components/Card';
import { DefinitionList } from '../../components/DefinitionList';
import { FailureBanner } from '../../components/FailureBanner';
import { formatPersonNumber, formatTime } from '../../i18n/format';
import { t } from '../../i18n/sv';
import type { CallFailure } from '../../platform';
import type { SaveState } from '../../query/autosave';
import { MannerFields } from './MannerFields';
import styles from './SendPage.module.css';
import type { Manner } from './sending';
import { nameOf } from './TemplateStep';

export interface SendStepProps {
  readonly citizen: Citizen;
  readonly template: Sendable;
  readonly choice: SenderChoice;
  readonly manner: Manner;
  readonly onManner: (manner: Manner) => void;
  /** Sending was tried, so that what is missing is said. */
  readonly isTried: boolean;
  readonly saving: SaveState<SavedMessageDraft>;
  readonly onRetrySave: () => void;
  readonly failure: CallFailure | null;
  readonly isSending: boolean;
  readonly onSend: () => void;
  /** The citizen could not be reached after all: see how it is now. */
  readonly onLookUpAgain: () => void;
}

/** The last look: to whom and what, right at the button. */
export function SendStep(props: SendStepProps): ReactNode {
  const { citizen, template, choice, manner, onManner, isTried } = props;
  const { saving, onRetrySave, failure, isSending, onSend, onLookUpAgain } = props;
  const words = t.send.send;
  return (
    <Card title={words.heading}>
      <DefinitionList
        items={[
          { term: words.to, value: <strong>{citizen.name}</strong> },
          { term: words.number, value: formatPersonNumber(citizen.number) },
          { term: words.template, value: nameOf(template) },
        ]}
      />
      <MannerFields choice={choice} manner={manner} onChange={onManner} isTried={isTried} />
      {saving.at === 'failed' && <FailureBanner failure={saving.failure} onRetry={onRetrySave} />}
      {failure?.code === 'citizenUnreachable' ? (
        <FailureBanner
          failure={failure}
          actions={
            <Button size="small" icon="search" onPress={onLookUpAgain}>
              {t.send.citizen.lookAgain}
            </Button>
          }
        />
      ) : (
        <FailureBanner
          failure={failure}
          {...(failure?.code === 'directoryUnavailable' ? { onRetry: onSend } : {})}
        />
      )}
      <div className={styles.sending}>
        <Button tone="primary" icon="send" isPending={isSending} onPress={onSend}>
          {manner.isLater ? words.later : t.common.send}
        </Button>
        <p className={styles.help}>{words.final}</p>
        <p className={styles.saved}>{savedWords(saving)}</p>
      </div>
    </Card>
  );
}

function savedWords({ at, saved }: SaveState<SavedMessageDraft>): string | null {
  const words = t.send.send;
  if (at === 'failed') return words.notSaved;
  if (at === 'saving') return words.saving;
  return saved && words.saved(formatTime(saved.saved));
}
