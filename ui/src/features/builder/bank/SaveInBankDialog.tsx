import { type ReactNode, useState } from 'react';
import { Button } from '../../../components/Button';
import { Dialog } from '../../../components/Dialog';
import { focusField } from '../../../components/ErrorSummary';
import { FailureBanner } from '../../../components/FailureBanner';
import { Form } from '../../../components/Form';
import { TextField } from '../../../components/TextField';
import { showToast } from '../../../components/Toast';
import { isSection, walk } from '../../../form/tree';
import { t } from '../../../i18n/sv';
import { useAct } from '../../../query/useAct';
import type { Line } from '../outline';
import { Holds } from './Holds';

export interface SaveInBankDialogProps {
  /** What is to be kept, of which none stands in another. */
  readonly chosen: readonly Line[];
  readonly onClose: () => void;
}

const FORM = 'save-in-bank';
const field = 'bank-name';
/** Characters of a name, at most. */
const LONGEST = 100;

/** Asks what sections or questions are to be called in the bank. */
export function SaveInBankDialog({ chosen, onClose }: SaveInBankDialogProps): ReactNode {
  const words = t.bank.save;
  const items = chosen.map(({ item }) => item);
  const [first] = items;
  const proposed = items.length === 1 ? first?.text.trim() : '';
  const [name, setName] = useState([...(proposed ?? '')].slice(0, LONGEST).join(''));
  const [isRefused, setRefused] = useState(false);
  const save = useAct('save_bank_section');
  const remove = useAct('remove_bank_section');
  const isMissing = name.trim() === '';
  const submit = (): void => {
    if (save.isPending) return;
    setRefused(isMissing);
    if (isMissing) {
      focusField(field);
      return;
    }
    save.mutate(
      { name, items },
      {
        onSuccess: (section) => {
          showToast({ text: words.done(name.trim()), onUndo: () => remove.mutate({ section }) });
          onClose();
        },
      },
    );
  };
  const holds = walk(items).map((item) => ({ text: item.text.trim(), isSection: isSection(item) }));
  return (
    <Dialog
      title={words.title}
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{t.components.cancel}</Button>
          <Button type="submit" form={FORM} tone="primary" isPending={save.isPending}>
            {t.common.save}
          </Button>
        </>
      }
    >
      <p>{words.lead}</p>
      <Form id={FORM} onSubmit={submit}>
        <TextField
          id={field}
          label={words.name}
          description={words.nameHelp}
          maxLength={LONGEST}
          value={name}
          onChange={setName}
          error={isRefused && isMissing ? words.missing : undefined}
        />
      </Form>
      <Holds label={words.holds} items={holds} />
      <FailureBanner failure={save.error?.failure ?? null} />
    </Dialog>
  );
}
