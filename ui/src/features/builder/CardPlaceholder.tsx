import type { ReactNode } from 'react';
import { Badge } from '../../components/Badge';
import { t } from '../../i18n/sv';
import styles from './Editor.module.css';
import type { Line } from './outline';
import { fieldId } from './problems';
import { boxId } from './selection/SelectBox';

/**
 * A card that is far from what is seen: its name and words, to be found and listened to. Its fields' ids stand here, so that what
 * leads to one of them draws the card and comes to the field.
 */
export function CardPlaceholder({ line }: { readonly line: Line }): ReactNode {
  const { item, name } = line;
  const ids = [fieldId.item(item.id), fieldId.settings(item.id), fieldId.condition(item.id), boxId(item.id)];
  return (
    <div className={styles.thing} data-thing={item.id}>
      <div className={styles.thingHead}>
        <h3 className={styles.thingName}>{name}</h3>
        <Badge>{t.builder.form.kinds[item.kind.type]}</Badge>
      </div>
      <p>{item.text}</p>
      {ids.map((id) => (
        <span key={id} id={id} tabIndex={-1} />
      ))}
    </div>
  );
}
