import { type ReactNode, useState } from 'react';
import type { Person } from '../../bindings';
import { focusField } from '../../components/ErrorSummary';
import { showToast } from '../../components/Toast';
import { t } from '../../i18n/sv';
import { useAct } from '../../query/useAct';
import { FormDialog } from './FormDialog';
import { faultsOf, type Particulars, PersonFields } from './PersonFields';

const words = t.people;

/** Name, title and roles of an account. */
export function ChangePersonDialog({ person, onClose }: { person: Person; onClose: () => void }): ReactNode {
  const [value, setValue] = useState<Particulars>(person);
  const [isAttempted, setAttempted] = useState(false);
  const change = useAct('change_person');
  const faults = faultsOf(value);
  const submit = (): void => {
    setAttempted(true);
    const [first] = faults;
    if (first) {
      focusField(first.field);
      return;
    }
    const { name, title, roles } = value;
    change.mutate(
      { id: person.id, active: person.active, name, title, roles: [...roles] },
      {
        onSuccess: () => {
          showToast({ text: words.changing.done(name.trim()) });
          onClose();
        },
      },
    );
  };
  return (
    <FormDialog
      title={words.changing.title}
      submit={t.common.save}
      isPending={change.isPending}
      failure={change.error?.failure ?? null}
      onSubmit={submit}
      onClose={onClose}
    >
      <PersonFields value={value} onChange={setValue} faults={isAttempted ? faults : []} />
    </FormDialog>
  );
}
