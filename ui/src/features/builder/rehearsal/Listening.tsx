import { type ReactNode, type RefObject, useEffect, useState } from 'react';
import { Disclosure } from '../../../components/Disclosure';
import { placed } from '../../../components/placed';
import { t } from '../../../i18n/sv';
import styles from './Rehearsal.module.css';
import { readingOrder } from './readingOrder';

export interface ListeningProps {
  /** The letter as it is drawn. */
  readonly letter: RefObject<HTMLElement | null>;
  /** What it is drawn from, in a text: read again when it is another. */
  readonly drawn: string;
}

/** The letter in the order and with the words of a screen reader, for who sees. */
export function Listening({ letter, drawn }: ListeningProps): ReactNode {
  return (
    <Disclosure title={t.rehearsal.listening.title} level={3} tone="quiet" isDrawnWhenOpened>
      <Parts key={drawn} letter={letter} />
    </Disclosure>
  );
}

function Parts({ letter }: Pick<ListeningProps, 'letter'>): ReactNode {
  const [parts, setParts] = useState<readonly string[]>([]);
  useEffect(() => setParts(letter.current ? readingOrder(letter.current) : []), [letter]);
  return (
    <ol className={styles.listening}>
      {placed(parts).map(([at, part]) => (
        <li key={at}>{part}</li>
      ))}
    </ol>
  );
}
