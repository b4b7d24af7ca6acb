import { type ReactNode, useState } from 'react';
import type { Edit, Item } from '../../../bindings';
import { Button } from '../../../components/Button';
import { RadioGroup } from '../../../components/Choice';
import { Dialog } from '../../../components/Dialog';
import { t } from '../../../i18n/sv';
import { outline } from '../outline';
import styles from './Condition.module.css';
import { dependentsOf, type Fate, removal } from './rules';
import { titleOf } from './sentence';

export interface DependentsDialogProps {
  /** The item that is to be taken away; nothing when nothing is asked. */
  readonly item: Item | null;
  readonly name: string;
  readonly form: readonly Item[];
  readonly edit: (edit: Edit) => void;
  readonly onClose: () => void;
}

/** Asks what is to become of the questions that depend on one that is taken away: nothing of it happens unsaid. */
export function DependentsDialog({ item, name, form, edit, onClose }: DependentsDialogProps): ReactNode {
  const words = t.conditions.dependents;
  const [fate, setFate] = useState<Fate>('show');
  const names = new Map(outline(form).map((line) => [line.id, line.name]));
  const confirm = (): void => {
    if (item) edit(removal(form, item.id, fate));
    onClose();
  };
  return (
    <Dialog
      title={words.title}
      isOpen={item !== null}
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{t.components.cancel}</Button>
          <Button tone="primary" onPress={confirm}>
            {words.confirm(name)}
          </Button>
        </>
      }
    >
      <p>{words.text(name)}</p>
      <ul className={styles.dependents}>
        {item &&
          dependentsOf(form, item.id).map((one) => (
            <li key={one.id}>{t.conditions.numbered(names.get(one.id) ?? '', titleOf(one))}</li>
          ))}
      </ul>
      <RadioGroup
        label={words.ask}
        options={[
          { value: 'show', label: words.show, description: words.showHelp },
          { value: 'hide', label: words.hide, description: words.hideHelp },
          { value: 'remove', label: words.remove, description: words.removeHelp },
        ]}
        value={fate}
        onChange={setFate}
      />
    </Dialog>
  );
}
