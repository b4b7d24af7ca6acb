import { useState } from 'react';
import type { ItemId } from '../../../bindings';
import type { ChosenFile } from '../../../components/FileField';
import type { FileCounts } from '../../../form/answers';
import type { FormFiles } from '../../../form/FormView';

export interface LocalFiles {
  readonly files: FormFiles;
  readonly counts: FileCounts;
}

/** Files that are chosen to try the form: their names alone, and nothing of them is read or sent. */
export function useLocalFiles(): LocalFiles {
  const [chosen, setChosen] = useState<Readonly<Record<ItemId, readonly ChosenFile[]>>>({});
  const change = (item: ItemId, files: readonly ChosenFile[]): void =>
    setChosen((now) => ({ ...now, [item]: files }));
  const of = (item: ItemId): readonly ChosenFile[] => chosen[item] ?? [];
  return {
    files: {
      of,
      onChoose: (item, files) =>
        change(item, [
          ...of(item),
          ...files.map(({ name, size }): ChosenFile => {
            return { id: crypto.randomUUID(), name, size, state: { at: 'read' } };
          }),
        ]),
      onRemove: (item, file) =>
        change(
          item,
          of(item).filter(({ id }) => id !== file),
        ),
      onRetry: () => {},
    },
    counts: Object.fromEntries(
      Object.entries(chosen)
        .filter(([, files]) => files.length > 0)
        .map(([item, files]) => [item, files.length]),
    ),
  };
}
