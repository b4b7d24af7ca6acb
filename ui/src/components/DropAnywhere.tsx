import type { ReactNode } from 'react';
import styles from './DropAnywhere.module.css';
import { Icon } from './Icon';
import { useDroppedFiles } from './useDroppedFiles';

export interface DropAnywhereProps {
  /** What comes of letting go, while a file is held over the window. */
  readonly words: string;
  readonly onFile: (file: File) => void;
}

/** Lets one file be dropped anywhere on the window. What it does is always to be had from a button as well. */
export function DropAnywhere({ words, onFile }: DropAnywhereProps): ReactNode {
  const isOver = useDroppedFiles(([file]) => file && onFile(file));
  return (
    isOver && (
      <div className={styles.veil}>
        <p className={styles.words}>
          <Icon name="attachment" size={24} />
          {words}
        </p>
      </div>
    )
  );
}
