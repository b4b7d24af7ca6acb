import { type ReactNode, useState } from 'react';
import type { CaseView } from '../../bindings';
import { Button, ButtonRow } from '../../components/Button';
import { ConfirmDialog } from '../../components/Dialog';
import { FailureBanner } from '../../components/FailureBanner';
import { showToast } from '../../components/Toast';
import { t } from '../../i18n/sv';
import { useAct } from '../../query/useAct';
import { AssignDialog } from './AssignDialog';
import { useWork } from './useWork';

/** What can be done with a case as it is now: give it to somebody, close it, open it again, take it back. */
export function CaseActs({ view }: { readonly view: CaseView }): ReactNode {
  const words = t.casework.work;
  const work = useWork();
  const revoke = useAct('revoke_case');
  const [open, setOpen] = useState<'assign' | 'revoke' | null>(null);
  const { closure } = view.closure;
  const leave = (): void => {
    setOpen(null);
    work.reset();
    revoke.reset();
  };
  return (
    <>
      <ButtonRow>
        {closure === 'open' && (
          <>
            <Button icon="distribute" onPress={() => setOpen('assign')}>
              {words.assign}
            </Button>
            {!view.held && (
              <Button icon="archive" isPending={work.isPending} onPress={() => work.close([view.case])}>
                {words.close}
              </Button>
            )}
            {view.state.state === 'sent' && (
              <Button icon="undo" onPress={() => setOpen('revoke')}>
                {words.revoke}
              </Button>
            )}
          </>
        )}
        {closure === 'closed' && (
          <Button icon="undo" isPending={work.isPending} onPress={() => work.reopen([view.case])}>
            {words.reopen}
          </Button>
        )}
      </ButtonRow>
      {open === null && <FailureBanner failure={work.failure} />}
      {open === 'assign' && (
        <AssignDialog
          cases={[view.case]}
          handler={view.handler}
          work={work}
          onDone={() => setOpen(null)}
          onClose={leave}
        />
      )}
      <ConfirmDialog
        title={words.revokeTitle}
        isOpen={open === 'revoke'}
        onClose={leave}
        confirm={words.revoke}
        isPending={revoke.isPending}
        onConfirm={() =>
          revoke.mutate(
            { case: view.case },
            {
              onSuccess: () => {
                leave();
                showToast({ text: words.revoked });
              },
            },
          )
        }
      >
        <p>{words.revokeWords}</p>
        <FailureBanner failure={revoke.error?.failure ?? null} actions={null} />
      </ConfirmDialog>
    </>
  );
}
