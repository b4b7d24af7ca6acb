import { type ReactNode, useState } from 'react';
import type { Item } from '../../../bindings';
import { Button } from '../../../components/Button';
import { RadioGroup } from '../../../components/Choice';
import { Dialog } from '../../../components/Dialog';
import { t } from '../../../i18n/sv';
import { type Line, nameOf, outline } from '../outline';
import styles from './Condition.module.css';
import { dependentsOf, type Fate } from './rules';
import { titleOf } from './sentence';

/** Items that are to be taken away, of which none stands in another, and what is said when they are. */
export interface Removal {
  readonly chosen: readonly Line[];
  readonly said: string;
}

export interface DependentsDialogProps {
  /** What is asked about; nothing when nothing is. */
  readonly asking: Removal | null;
  readonly form: readonly Item[];
  readonly onConfirm: (removal: Removal, fate: Fate) => void;
  readonly onClose: () => void;
}

/** Asks what is to become of the questions that depend on what is taken away: nothing of it happens unsaid. */
export function DependentsDialog({ asking, form, onConfirm, onClose }: DependentsDialogProps): ReactNode {
  const words = t.conditions.dependents;
  const [fate, setFate] = useState<Fate>('show');
  const names = new Map(outline(form).map((line) => [line.id, line.name]));
  const chosen = asking?.chosen ?? [];
  const name = nameOf(chosen);
  const confirm = (): void => {
    if (asking) onConfirm(asking, fate);
    onClose();
  };
  return (
    <Dialog
      title={words.title}
      isOpen={asking !== null}
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
        {dependentsOf(
          form,
          chosen.map(({ id }) => id),
        ).map((one) => (
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
