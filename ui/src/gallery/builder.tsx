import { type ReactNode, useState } from 'react';
import { Badge } from '../components/Badge';
import { Card } from '../components/Card';
import { EmptyState } from '../components/EmptyState';
import { PaletteItem } from '../reorder/PaletteItem';
import { moved } from '../reorder/place';
import { Reorder } from '../reorder/Reorder';
import { SortableItem, SortableList } from '../reorder/SortableList';
import styles from './gallery.module.css';

const kinds = ['Fritext', 'Ja/nej', 'Ett val', 'Datum', 'Bifoga fil'];

interface Question {
  readonly id: string;
  readonly text: string;
  readonly kind: string;
}

const start: Question[] = [
  { id: 'q1', text: 'Har du fått träningsprogrammet?', kind: 'Ja/nej' },
  { id: 'q2', text: 'Hur har träningen fungerat sedan sist?', kind: 'Fritext' },
  { id: 'q3', text: 'När började besvären?', kind: 'Datum' },
];

/** A builder in miniature, to drag in. */
export function Builder({ isEmpty = false }: { isEmpty?: boolean }): ReactNode {
  const [questions, setQuestions] = useState(isEmpty ? [] : start);
  return (
    <Reorder
      items={questions.map((one, at) => ({ id: one.id, name: nameOf(at) }))}
      onMove={(id, to) => setQuestions(moved(questions, id, to))}
      onInsert={(kind, to) =>
        setQuestions([
          ...questions.slice(0, to),
          { id: `n${questions.length}`, text: 'Ny fråga', kind },
          ...questions.slice(to),
        ])
      }
    >
      <div className={styles.builder}>
        <ul className={styles.palette} aria-label="Lägg till">
          {kinds.map((kind) => (
            <li key={kind}>
              <PaletteItem kind={kind} name={kind} />
            </li>
          ))}
        </ul>
        <SortableList label="Frågor" empty={<EmptyState icon="template" title="Inga frågor än" />}>
          {questions.map((one, at) => (
            <SortableItem key={one.id} id={one.id} name={nameOf(at)}>
              {({ handle, moveButtons }) => (
                <Card>
                  <div className={styles.question}>
                    {handle}
                    <span className={styles.text}>{one.text}</span>
                    <Badge>{one.kind}</Badge>
                    {moveButtons}
                  </div>
                </Card>
              )}
            </SortableItem>
          ))}
        </SortableList>
      </div>
    </Reorder>
  );
}

function nameOf(at: number): string {
  return `Fråga ${at + 1}`;
}
