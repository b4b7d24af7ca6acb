import { type ReactNode, useContext, useEffect, useRef, useState } from 'react';
import { Heading } from 'react-aria-components';
import type { Item, Row } from '../bindings';
import { Button } from '../components/Button';
import { focusField } from '../components/ErrorSummary';
import { Necessity } from '../components/Field';
import { Icon } from '../components/Icon';
import { VisuallyHidden } from '../components/VisuallyHidden';
import { t } from '../i18n/sv';
import { newRow } from './answers';
import { FieldIds } from './FieldIds';
import styles from './Form.module.css';
import { FormattedText } from './FormattedText';
import { fieldId, rowName } from './faults';
import { PictureView } from './PictureView';
import { Said } from './Spoken';

export interface RowsViewProps {
  readonly section: Item;
  readonly rows: readonly Row[];
  readonly onChange: (rows: Row[]) => void;
  readonly error: string | undefined;
  readonly necessity: 'required' | 'optional' | undefined;
  readonly level: number;
  /** What stands in a row. */
  readonly children: (row: Row) => ReactNode;
}

/** A repeated section: a row for each thing, added and taken away by the citizen. */
export function RowsView(props: RowsViewProps): ReactNode {
  const { section, rows, onChange, error, necessity, level, children } = props;
  const words = t.form.rows;
  const [said, say] = useState('');
  const [target, setTarget] = useState<{ readonly id: string } | null>(null);
  const seen = useRef(target);
  useEffect(() => {
    if (target === null || target === seen.current) return;
    seen.current = target;
    focusField(target.id);
  }, [target]);

  const most = section.kind.type === 'repeatedSection' ? section.kind.maxRows : 0;
  const id = fieldId(section.id, null, useContext(FieldIds));
  const addId = `${id}-till`;
  const add = (): void => {
    const row = newRow(section);
    onChange([...rows, row]);
    say(words.added(rowName(section, rows.length)));
    setTarget({ id: rowId(row) });
  };
  const remove = (row: Row, at: number): void => {
    onChange(rows.filter((one) => one.id !== row.id));
    say(words.removed(rowName(section, at)));
    setTarget({ id: addId });
  };
  return (
    <section className={styles.section} id={id} aria-labelledby={`${id}-rubrik`}>
      <Heading level={Math.min(level, 6)} id={`${id}-rubrik`} className={styles.heading ?? ''}>
        <Said>{section.text}</Said>
        <Necessity necessity={necessity} />
      </Heading>
      <PictureView picture={section.picture} />
      {section.help.trim() !== '' && <FormattedText text={section.help} />}
      {rows.map((row, at) => (
        <section key={row.id} id={rowId(row)} className={styles.row} aria-label={rowName(section, at)}>
          <Heading level={Math.min(level + 1, 6)} className={styles.rowHeading ?? ''}>
            <Said>{rowName(section, at)}</Said>
          </Heading>
          {children(row)}
          <div>
            <Button
              size="small"
              tone="quiet"
              icon="trash"
              onPress={() => remove(row, at)}
              aria-label={words.removeOne(rowName(section, at))}
            >
              {words.remove}
            </Button>
          </div>
        </section>
      ))}
      {rows.length < most ? (
        <div>
          <Button id={addId} icon="add" onPress={add}>
            {words.add(rowName(section, rows.length))}
          </Button>
        </div>
      ) : (
        <p id={addId} className={styles.necessity}>
          {words.full(most)}
        </p>
      )}
      {error !== undefined && (
        <p className={styles.fault}>
          <Icon name="error" />
          <span>{error}</span>
        </p>
      )}
      <VisuallyHidden>
        <span role="status">{said}</span>
      </VisuallyHidden>
    </section>
  );
}

function rowId(row: Row): string {
  return `rad-${row.id}`;
}
