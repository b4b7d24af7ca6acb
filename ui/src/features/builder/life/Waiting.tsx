import { type ReactNode, useState } from 'react';
import type { DraftView, SubmissionView, TemplateView } from '../../../bindings';
import { Banner } from '../../../components/Banner';
import { Button, ButtonRow } from '../../../components/Button';
import { Card } from '../../../components/Card';
import { FailureBanner } from '../../../components/FailureBanner';
import { formatDateTime } from '../../../i18n/format';
import { t } from '../../../i18n/sv';
import { useAct } from '../../../query/useAct';
import { GiveBackDialog } from './GiveBackDialog';
import { Compared } from './HistoryPage';

export interface WaitingProps {
  readonly view: TemplateView;
  readonly draft: DraftView;
  readonly submission: SubmissionView;
}

/** A draft that waits for approval: who handed it in, what it changes, and what whoever looks at it can do. */
export function Waiting({ view, draft, submission }: WaitingProps): ReactNode {
  const words = t.life.approval;
  const [isGivingBack, setGivingBack] = useState(false);
  const withdraw = useAct('withdraw_template');
  const approve = useAct('approve_template');
  const { id } = view;
  return (
    <>
      <Banner
        tone="info"
        title={words.status}
        actions={
          <ButtonRow>
            {view.mayApprove && (
              <>
                <Button
                  tone="primary"
                  isPending={approve.isPending}
                  onPress={() => approve.mutate({ template: id, revision: draft.revision })}
                >
                  {words.approve}
                </Button>
                <Button onPress={() => setGivingBack(true)}>{words.giveBack}</Button>
              </>
            )}
            {view.mayEdit && (
              <Button
                icon="undo"
                isPending={withdraw.isPending}
                onPress={() => withdraw.mutate({ template: id })}
              >
                {words.withdraw}
              </Button>
            )}
          </ButtonRow>
        }
      >
        <p>{words.waiting(submission.by, formatDateTime(submission.at))}</p>
        <p>{view.published ? words.waitingHelp : `${words.first} ${words.waitingHelp}`}</p>
      </Banner>
      <FailureBanner failure={approve.error?.failure ?? withdraw.error?.failure ?? null} />
      {view.published && (
        <Card title={words.differs}>
          <Compared id={id} before={{ side: 'published' }} after={{ side: 'draft' }} />
        </Card>
      )}
      {isGivingBack && <GiveBackDialog template={id} isOpen onClose={() => setGivingBack(false)} />}
    </>
  );
}
