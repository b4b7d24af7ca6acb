import type { ReactNode } from 'react';
import { DropAnywhere } from './DropAnywhere';
import { FileField } from './FileField';
import type { ChosenTextFile, TextFileFault } from './useTextFile';

export interface TextFileFieldProps {
  readonly label: string;
  readonly description?: string;
  /** Media types and endings: a hint for the file chooser. */
  readonly accept: readonly string[];
  readonly chosen: ChosenTextFile;
  /** What is said of choosing, and of a file that was not opened. */
  readonly words: Readonly<Record<'choose' | 'chooseAnother' | 'drop' | 'dropNow' | TextFileFault, string>>;
}

/** One text file, which is only read here. It may be dropped anywhere on the window. */
export function TextFileField({ chosen, words, ...field }: TextFileFieldProps): ReactNode {
  const { file, fault, choose, startOver } = chosen;
  return (
    <>
      <FileField
        {...field}
        allowsMultiple={false}
        choose={file ? words.chooseAnother : words.choose}
        drop={words.drop}
        files={file ? [{ id: 'file', name: file.name, size: file.size, state: { at: 'read' } }] : []}
        onChoose={(files) => void choose(files[0])}
        onRemove={startOver}
        error={fault ? words[fault] : undefined}
      />
      <DropAnywhere words={words.dropNow} onFile={(dropped) => void choose(dropped)} />
    </>
  );
}
