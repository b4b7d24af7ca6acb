import { useState } from 'react';

/** Bytes: the largest file taken, far above what the core takes of any. */
const LARGEST = 20_000_000;

/** A file that was chosen, with all that is in it. */
export interface TextFile {
  readonly name: string;
  readonly size: number;
  readonly text: string;
}

/** Why a file was not opened. */
export type TextFileFault = 'tooBig' | 'unreadable';

export interface ChosenTextFile {
  readonly file: TextFile | null;
  readonly fault: TextFileFault | null;
  readonly choose: (chosen: File | undefined) => Promise<void>;
  readonly startOver: () => void;
}

/** One text file, chosen by a person. `onText` gets what is in it; `onStartOver` forgets what was made of the one before. */
export function useTextFile(
  decode: (bytes: ArrayBuffer) => string,
  onText: (text: string) => void,
  onStartOver: () => void,
): ChosenTextFile {
  const [file, setFile] = useState<TextFile | null>(null);
  const [fault, setFault] = useState<TextFileFault | null>(null);

  const startOver = (): void => {
    setFile(null);
    setFault(null);
    onStartOver();
  };
  const choose = async (chosen: File | undefined): Promise<void> => {
    startOver();
    if (!chosen) return;
    if (chosen.size > LARGEST) {
      setFault('tooBig');
      return;
    }
    try {
      const text = decode(await chosen.arrayBuffer());
      setFile({ name: chosen.name, size: chosen.size, text });
      onText(text);
    } catch {
      setFault('unreadable');
    }
  };
  return { file, fault, choose, startOver };
}
