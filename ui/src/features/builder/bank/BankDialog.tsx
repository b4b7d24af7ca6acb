import { type ReactNode, useDeferredValue, useEffect, useState } from 'react';
import type { BankSectionView, Item, ItemId } from '../../../bindings';
import { Answered } from '../../../components/Answered';
import { Banner } from '../../../components/Banner';
import { Button } from '../../../components/Button';
import { Checkbox } from '../../../components/Choice';
import { Dialog } from '../../../components/Dialog';
import { EmptyState } from '../../../components/EmptyState';
import { focusField } from '../../../components/ErrorSummary';
import { FailureBanner } from '../../../components/FailureBanner';
import { Select } from '../../../components/Select';
import { TextField } from '../../../components/TextField';
import { isSection } from '../../../form/tree';
import { t } from '../../../i18n/sv';
import { useAct } from '../../../query/useAct';
import { useCommand } from '../../../query/useCommand';
import { titleOf } from '../condition/sentence';
import { itemLines, type Line } from '../outline';
import styles from './Bank.module.css';
import { BankEntry } from './BankEntry';
import type { BankSource } from './coupling';
import { foundIn } from './search';

export interface BankDialogProps {
  readonly lines: readonly Line[];
  /** The section that was pointed out; nothing for last in the form. */
  readonly into: ItemId | null;
  /** Puts copies last in a section, or last in the form; coupled to the bank when they are to be. */
  readonly onAdd: (
    items: readonly Item[],
    name: string,
    into: ItemId | null,
    source: BankSource | null,
  ) => void;
  readonly onClose: () => void;
}

/** What stands for last in the form; no id is so. */
const LAST = 'last';
const told = 'bank-told';

/** What the unit keeps, to put copies of it into this form. It is put in order here as well. */
export function BankDialog(props: BankDialogProps): ReactNode {
  const words = t.bank.fetch;
  const listed = useCommand('list_bank_sections', null);
  return (
    <Dialog title={words.title} size="wide" isOpen onClose={props.onClose}>
      <Answered asked={listed}>{(sections) => <Bank {...props} sections={sections} />}</Answered>
    </Dialog>
  );
}

interface Removed {
  readonly name: string;
  readonly items: Item[];
}

function Bank(props: BankDialogProps & { readonly sections: readonly BankSectionView[] }): ReactNode {
  const { sections, lines, into, onAdd, onClose } = props;
  const words = t.bank.fetch;
  const [search, setSearch] = useState('');
  const [where, setWhere] = useState<string>(into ?? LAST);
  const [isCoupling, setCoupling] = useState(false);
  const [removed, setRemoved] = useState<Removed | null>(null);
  const [restored, setRestored] = useState<string | null>(null);
  const [renamed, setRenamed] = useState<string | null>(null);
  const fetch = useAct('open_bank_section');
  const remove = useAct('remove_bank_section');
  const save = useAct('save_bank_section');
  const sought = useDeferredValue(search);
  const hits = foundIn(sections, sought);

  const add = ({ section, name, fingerprint }: BankSectionView): void =>
    fetch.mutate(
      { section },
      {
        onSuccess: (items) => {
          const source = isCoupling ? { section, fingerprint } : null;
          onAdd(items, name, where === LAST ? null : where, source);
          onClose();
        },
      },
    );
  const take = ({ section, name }: BankSectionView): void => {
    setRemoved(null);
    setRestored(null);
    setRenamed(null);
    remove.mutate({ section }, { onSuccess: (items) => setRemoved({ name, items }) });
  };
  const putBack = (gone: Removed): void =>
    save.mutate(gone, {
      onSuccess: () => {
        setRemoved(null);
        setRestored(gone.name);
      },
    });
  const failures = [fetch, remove, save].map((act) => act.error?.failure);

  return (
    <>
      {removed && (
        <Told
          title={words.removed(removed.name)}
          act={t.components.undo}
          onAct={() => !save.isPending && putBack(removed)}
        >
          <p>{words.removedHelp}</p>
        </Told>
      )}
      {restored !== null && (
        <Told title={words.putBack(restored)} act={t.components.close} onAct={() => setRestored(null)} />
      )}
      {renamed !== null && <Banner tone="success" title={words.renamed(renamed)} isAnnounced />}
      <FailureBanner failure={failures.find((failure) => failure !== undefined) ?? null} />
      {sections.length === 0 ? (
        <EmptyState icon="register" title={words.empty}>
          <p>{words.emptyHelp}</p>
        </EmptyState>
      ) : (
        <>
          <p>{words.lead}</p>
          <TextField
            label={words.search}
            description={words.searchHelp}
            inputMode="search"
            value={search}
            onChange={setSearch}
          />
          <Select
            label={words.where}
            options={[
              { value: LAST, label: words.last },
              ...itemLines(lines)
                .filter(({ item }) => isSection(item))
                .map(({ id, name, item }) => ({ value: id, label: words.lastIn(name, titleOf(item)) })),
            ]}
            value={where}
            onChange={setWhere}
          />
          <Checkbox
            label={words.couple}
            description={words.coupleHelp}
            isSelected={isCoupling}
            onChange={setCoupling}
          />
          <p className={styles.quiet} role="status">
            {words.found(hits.length)}
          </p>
          <ul className={styles.sections} aria-label={words.list}>
            {hits.map((hit) => (
              <BankEntry
                key={hit.section.section}
                hit={hit}
                isPending={fetch.isPending}
                onAdd={add}
                onRemove={take}
                onRenamed={setRenamed}
              />
            ))}
          </ul>
        </>
      )}
    </>
  );
}

interface ToldProps {
  readonly title: string;
  readonly children?: ReactNode;
  readonly act: string;
  readonly onAct: () => void;
}

/** What was done, and a way on. What had focus is gone with it, so focus comes here. */
function Told({ title, children, act, onAct }: ToldProps): ReactNode {
  useEffect(() => focusField(told), []);
  return (
    <Banner
      tone="success"
      title={title}
      isAnnounced
      actions={
        <Button id={told} size="small" onPress={onAct}>
          {act}
        </Button>
      }
    >
      {children}
    </Banner>
  );
}
