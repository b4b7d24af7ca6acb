import type { ReactNode } from 'react';
import { Button } from '../../components/Button';
import { Dialog } from '../../components/Dialog';
import { t } from '../../i18n/sv';
import styles from './condition/Condition.module.css';
import { titleOf } from './condition/sentence';
import type { Line } from './outline';

/** A move that would put something after others that depend on it. */
export interface Overtaking {
  /** What is moved. */
  readonly name: string;
  readonly dependents: readonly Line[];
  /** Those of them that cannot come along. */
  readonly stuck: readonly Line[];
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
  const { name, dependents, stuck } = overtaking ?? { name: '', dependents: [], stuck: [] };
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
          {dependents.length > 0 && (
            <Button tone="primary" onPress={() => decide(true)}>
              {words.along}
            </Button>
          )}
        </>
      }
    >
      {dependents.length > 0 && <p>{words.overtaken(name)}</p>}
      <Named lines={dependents} />
      {stuck.length > 0 && <p>{words.stuck(name)}</p>}
      <Named lines={stuck} />
    </Dialog>
  );
}

function Named({ lines }: { readonly lines: readonly Line[] }): ReactNode {
  if (lines.length === 0) return null;
  return (
    <ul className={styles.dependents}>
      {lines.map(({ id, name, item }) => (
        <li key={id}>{t.conditions.numbered(name, titleOf(item))}</li>
      ))}
    </ul>
  );
}
