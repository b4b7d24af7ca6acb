import { type ReactNode, useState } from 'react';
import type { CaseFilter, KeptFilter } from '../../bindings';
import { Button, IconButton } from '../../components/Button';
import { Dialog } from '../../components/Dialog';
import { FailureBanner } from '../../components/FailureBanner';
import { Form } from '../../components/Form';
import { TextField } from '../../components/TextField';
import { showToast } from '../../components/Toast';
import { t } from '../../i18n/sv';
import { useAct } from '../../query/useAct';
import { useCommand } from '../../query/useCommand';
import styles from './CaseList.module.css';
import { narrowedBy } from './useFilter';

const FORM = 'keep-filter';
/** As many characters as the core keeps of a name. */
const NAME_LENGTH = 60;

export interface KeptFiltersProps {
  readonly filter: CaseFilter;
  readonly onPick: (filter: CaseFilter) => void;
}

/** A person's own filters under their names, and a way to keep the one that is set. */
export function KeptFilters({ filter, onPick }: KeptFiltersProps): ReactNode {
  const words = t.casework.filter;
  const kept = useCommand('list_case_filters', null);
  const keep = useAct('keep_case_filter');
  const forget = useAct('forget_case_filter');
  const [isNaming, setNaming] = useState(false);
  const filters = kept.data ?? [];
  const remove = (one: KeptFilter): void =>
    forget.mutate(
      { name: one.name },
      { onSuccess: () => showToast({ text: words.forgotten(one.name), onUndo: () => keep.mutate(one) }) },
    );
  if (filters.length === 0 && narrowedBy(filter) === 0) return null;
  return (
    <div className={styles.kept}>
      {filters.length > 0 && (
        <ul className={styles.keptList} aria-label={words.kept}>
          {filters.map((one) => (
            <li key={one.name}>
              <Button size="small" onPress={() => onPick(one.filter)}>
                {one.name}
              </Button>
              <IconButton icon="close" label={words.forget(one.name)} onPress={() => remove(one)} />
            </li>
          ))}
        </ul>
      )}
      {narrowedBy(filter) > 0 && (
        <Button size="small" tone="quiet" icon="save" onPress={() => setNaming(true)}>
          {words.keep}
        </Button>
      )}
      <FailureBanner failure={(forget.error ?? kept.error)?.failure ?? null} />
      {isNaming && <NameDialog filter={filter} onClose={() => setNaming(false)} />}
    </div>
  );
}

function NameDialog({ filter, onClose }: { filter: CaseFilter; onClose: () => void }): ReactNode {
  const words = t.casework.filter;
  const keep = useAct('keep_case_filter');
  const [name, setName] = useState('');
  const isMissing = keep.error?.failure.code === 'fieldMissing';
  const send = (): void =>
    keep.mutate(
      { name, filter },
      {
        onSuccess: () => {
          onClose();
          showToast({ text: words.isKept(name.trim()) });
        },
      },
    );
  return (
    <Dialog
      title={words.keep}
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{t.components.cancel}</Button>
          <Button type="submit" form={FORM} tone="primary" isPending={keep.isPending}>
            {words.keepNow}
          </Button>
        </>
      }
    >
      <Form id={FORM} onSubmit={send}>
        <TextField
          label={words.name}
          description={words.nameHelp}
          value={name}
          onChange={setName}
          maxLength={NAME_LENGTH}
          error={isMissing && name.trim() === '' ? words.nameMissing : undefined}
        />
      </Form>
      {!isMissing && <FailureBanner failure={keep.error?.failure ?? null} actions={null} />}
    </Dialog>
  );
}
