import type { ReactNode } from 'react';
import type { MessageDraft } from '../../bindings';
import { Button, ButtonRow } from '../../components/Button';
import { Card } from '../../components/Card';
import { DefinitionList } from '../../components/DefinitionList';
import { FailureBanner } from '../../components/FailureBanner';
import { formatDateTime, formatPersonNumber } from '../../i18n/format';
import { t } from '../../i18n/sv';
import { useAct } from '../../query/useAct';

export interface DraftOfferProps {
  readonly draft: MessageDraft;
  readonly onResume: (draft: MessageDraft) => void;
  readonly onDiscarded: (draft: MessageDraft) => void;
}

/** A message was begun and not sent: take it up again, or throw it away. There is one draft a person, so one must choose. */
export function DraftOffer({ draft, onResume, onDiscarded }: DraftOfferProps): ReactNode {
  const words = t.send.draft;
  const discard = useAct('discard_message_draft');
  return (
    <Card title={words.title}>
      <DefinitionList
        items={[
          {
            term: words.to,
            value: `${draft.citizen.name}, ${formatPersonNumber(draft.citizen.number)}`,
          },
          { term: words.saved, value: formatDateTime(draft.saved) },
        ]}
      />
      <FailureBanner failure={discard.error?.failure ?? null} />
      <ButtonRow>
        <Button tone="primary" onPress={() => onResume(draft)}>
          {words.resume}
        </Button>
        <Button
          icon="trash"
          isPending={discard.isPending}
          onPress={() => discard.mutate(null, { onSuccess: () => onDiscarded(draft) })}
        >
          {words.discard}
        </Button>
      </ButtonRow>
    </Card>
  );
}
