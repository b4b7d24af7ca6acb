import { type ReactNode, useEffect, useState } from 'react';
import type { BankSectionView } from '../../../bindings';
import { Button, ButtonRow } from '../../../components/Button';
import { focusField } from '../../../components/ErrorSummary';
import { FailureBanner } from '../../../components/FailureBanner';
import { Form } from '../../../components/Form';
import { Menu } from '../../../components/Menu';
import { TextField } from '../../../components/TextField';
import { useNow } from '../../../components/useNow';
import { formatDateTimeBriefly } from '../../../i18n/format';
import { t } from '../../../i18n/sv';
import { useAct } from '../../../query/useAct';
import styles from './Bank.module.css';
import { Holds } from './Holds';
import type { Hit } from './search';

export interface BankEntryProps {
  readonly hit: Hit;
  readonly isPending: boolean;
  readonly onAdd: (section: BankSectionView) => void;
  readonly onRemove: (section: BankSectionView) => void;
  readonly onRenamed: (name: string) => void;
}

/** One thing in the bank: what it holds, and what can be done with it. */
export function BankEntry({ hit, isPending, onAdd, onRemove, onRenamed }: BankEntryProps): ReactNode {
  const words = t.bank.fetch;
  const { section, items } = hit;
  const { name, holds, changed, by } = section;
  const now = useNow();
  const [isNaming, setNaming] = useState(false);
  const addId = `bank-add-${section.section}`;
  return (
    <li className={styles.section}>
      <div className={styles.head}>
        <h3 className={styles.name}>{name}</h3>
        <div className={styles.acts}>
          <Menu
            size="small"
            tone="quiet"
            aria-label={words.actsFor(name)}
            acts={[
              { id: 'rename', label: words.rename, icon: 'edit', onAct: () => setNaming(true) },
              { id: 'remove', label: words.remove, icon: 'trash', onAct: () => onRemove(section) },
            ]}
          >
            {words.acts}
          </Menu>
          <Button
            id={addId}
            size="small"
            icon="add"
            aria-label={words.addFor(name)}
            isPending={isPending}
            onPress={() => onAdd(section)}
          >
            {words.add}
          </Button>
        </div>
      </div>
      {isNaming && (
        <Rename
          section={section}
          onRenamed={onRenamed}
          onClose={() => {
            setNaming(false);
            focusField(addId);
          }}
        />
      )}
      <Holds label={words.holds(name)} items={holds} {...(items.length > 0 ? { first: items } : {})} />
      <p className={styles.quiet}>{words.kept(formatDateTimeBriefly(changed, now), by)}</p>
    </li>
  );
}

interface RenameProps {
  readonly section: BankSectionView;
  readonly onRenamed: (name: string) => void;
  readonly onClose: () => void;
}

function Rename({ section: { section, name: before }, onRenamed, onClose }: RenameProps): ReactNode {
  const words = t.bank;
  const [name, setName] = useState(before);
  const rename = useAct('rename_bank_section');
  const field = `bank-rename-${section}`;
  // In the next frame: the menu that it was chosen from gives focus back to its button first.
  useEffect(() => {
    const frame = requestAnimationFrame(() => focusField(field));
    return () => cancelAnimationFrame(frame);
  }, [field]);
  const isMissing = name.trim() === '';
  const submit = (): void => {
    if (isMissing || rename.isPending) return;
    rename.mutate(
      { section, name },
      {
        onSuccess: () => {
          onRenamed(name.trim());
          onClose();
        },
      },
    );
  };
  return (
    <Form onSubmit={submit}>
      <TextField
        id={field}
        label={words.fetch.newName(before)}
        maxLength={100}
        value={name}
        onChange={setName}
        error={isMissing ? words.save.missing : undefined}
      />
      <ButtonRow>
        <Button size="small" type="submit" isPending={rename.isPending}>
          {t.common.save}
        </Button>
        <Button size="small" tone="quiet" onPress={onClose}>
          {t.components.cancel}
        </Button>
      </ButtonRow>
      <FailureBanner failure={rename.error?.failure ?? null} />
    </Form>
  );
}
