import { type ReactNode, useState } from 'react';
import type { TemplateRow } from '../../../bindings';
import { Button } from '../../../components/Button';
import { Dialog } from '../../../components/Dialog';
import { FailureBanner } from '../../../components/FailureBanner';
import { Form } from '../../../components/Form';
import { TextField } from '../../../components/TextField';
import { showToast } from '../../../components/Toast';
import { t } from '../../../i18n/sv';
import { useAct } from '../../../query/useAct';
import styles from './Library.module.css';

const FORM = 'organise-template';

export interface OrganiseDialogProps {
  readonly row: TemplateRow;
  /** What others are put under: one word per thing, so that the list does not fill with spellings. */
  readonly categories: readonly string[];
  readonly onClose: () => void;
}

/** What a template is put under, and the words that it is found by. */
export function OrganiseDialog({ row, categories, onClose }: OrganiseDialogProps): ReactNode {
  const words = t.library.organise;
  const [category, setCategory] = useState(row.category);
  const [tags, setTags] = useState(row.tags.join(', '));
  const organise = useAct('organise_template');
  const put = (category: string, tags: readonly string[]): void =>
    organise.mutate(
      { template: row.id, category, tags: [...tags] },
      {
        onSuccess: () => {
          const undo = (): void =>
            organise.mutate({ template: row.id, category: row.category, tags: row.tags });
          showToast({ text: words.done(row.name), onUndo: undo });
          onClose();
        },
      },
    );
  const proposed = categories.filter((one) => one !== category);
  return (
    <Dialog
      title={words.title}
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{t.components.cancel}</Button>
          <Button type="submit" form={FORM} tone="primary" isPending={organise.isPending}>
            {t.common.save}
          </Button>
        </>
      }
    >
      <p className={styles.quiet}>{words.lead}</p>
      <Form id={FORM} onSubmit={() => put(category, tags.split(','))}>
        <TextField
          label={words.category}
          description={words.categoryHelp}
          value={category}
          onChange={setCategory}
        />
        {proposed.length > 0 && (
          <ul className={styles.proposals} aria-label={words.known}>
            {proposed.map((one) => (
              <li key={one}>
                <Button size="small" onPress={() => setCategory(one)}>
                  {one}
                </Button>
              </li>
            ))}
          </ul>
        )}
        <TextField label={words.tags} description={words.tagsHelp} value={tags} onChange={setTags} />
      </Form>
      <FailureBanner failure={organise.error?.failure ?? null} actions={null} />
    </Dialog>
  );
}
