import { type ReactNode, useState } from 'react';
import type { CaseId, StaffId } from '../../bindings';
import { Answered } from '../../components/Answered';
import { Button } from '../../components/Button';
import { RadioGroup } from '../../components/Choice';
import { Dialog } from '../../components/Dialog';
import { FailureBanner } from '../../components/FailureBanner';
import { Form } from '../../components/Form';
import { t } from '../../i18n/sv';
import { useCommand } from '../../query/useCommand';
import type { Work } from './useWork';

const FORM = 'assign-cases';

export interface AssignDialogProps {
  readonly cases: readonly CaseId[];
  /** Who has it now, where it is one case. */
  readonly handler: StaffId | null;
  readonly work: Work;
  readonly onDone: () => void;
  readonly onClose: () => void;
}

/** *Fördela*: to whom. */
export function AssignDialog({ cases, handler, work, onDone, onClose }: AssignDialogProps): ReactNode {
  const words = t.casework.work;
  const asked = useCommand('list_colleagues', null);
  const [chosen, setChosen] = useState<StaffId | null>(handler);
  const [isMissed, setMissed] = useState(false);
  const assign = (): void => {
    const to = asked.data?.find(({ staff }) => staff === chosen);
    setMissed(to === undefined);
    if (to) work.assign(cases, to.staff, to.name, onDone);
  };
  return (
    <Dialog
      title={words.assignTitle(cases.length)}
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{t.components.cancel}</Button>
          <Button type="submit" form={FORM} tone="primary" isPending={work.isPending}>
            {words.assign}
          </Button>
        </>
      }
    >
      <Answered asked={asked}>
        {(colleagues) => (
          <Form id={FORM} onSubmit={assign}>
            <RadioGroup
              label={words.to}
              description={words.toHelp}
              value={chosen}
              onChange={setChosen}
              options={colleagues
                .filter(({ handles }) => handles)
                .map(({ staff, name, title, isMe }) => ({
                  value: staff,
                  label: isMe ? t.casework.me(name) : name,
                  ...(title === '' ? {} : { description: title }),
                }))}
              error={isMissed && chosen === null ? words.toMissing : undefined}
            />
          </Form>
        )}
      </Answered>
      <FailureBanner failure={work.failure} actions={null} />
    </Dialog>
  );
}
