import type { ReactNode } from 'react';
import { Button } from '../../components/Button';
import { Dialog } from '../../components/Dialog';
import { t } from '../../i18n/sv';
import styles from './condition/Condition.module.css';
import { titleOf } from './condition/sentence';
import type { Line } from './outline';

/** A move that would put a question after others that depend on it. */
export interface Overtaking {
  readonly line: Line;
  readonly dependents: readonly Line[];
  /** Makes the move, with the others after it or without them. */
  readonly move: (along: boolean) => void;
}

export interface MoveAlongDialogProps {
  readonly overtaking: Overtaking | null;
  readonly onClose: () => void;
}

/** Asks whether those that depend on what is moved come along: otherwise they would ask for an answer that is not there yet. */
export function MoveAlongDialog({ overtaking, onClose }: MoveAlongDialogProps): ReactNode {
  const words = t.conditions.dependents;
  const decide = (along: boolean): void => {
    overtaking?.move(along);
    onClose();
  };
  return (
    <Dialog
      title={words.title}
      isOpen={overtaking !== null}
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{t.components.cancel}</Button>
          <Button onPress={() => decide(false)}>{words.alone}</Button>
          <Button tone="primary" onPress={() => decide(true)}>
            {words.along}
          </Button>
        </>
      }
    >
      <p>{words.overtaken(overtaking?.line.name ?? '')}</p>
      <ul className={styles.dependents}>
        {overtaking?.dependents.map(({ id, name, item }) => (
          <li key={id}>{t.conditions.numbered(name, titleOf(item))}</li>
        ))}
      </ul>
    </Dialog>
  );
}
