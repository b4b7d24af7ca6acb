import type { ReactNode } from 'react';
import type { InformationStyle, Item } from '../bindings';
import { Banner } from '../components/Banner';
import { Disclosure } from '../components/Disclosure';
import styles from './Form.module.css';

/** Information between questions, as it stands out. */
export function Information({
  item,
  look,
}: {
  readonly item: Item;
  readonly look: InformationStyle;
}): ReactNode {
  switch (look) {
    case 'plain':
      return (
        <div className={styles.information}>
          <Words item={item} />
        </div>
      );
    case 'important':
      return (
        <Banner tone="observe">
          <Words item={item} />
        </Banner>
      );
    case 'framed':
      return (
        <div className={styles.framed}>
          <Words item={item} />
        </div>
      );
    case 'foldable': {
      const [title = '', ...rest] = item.text.trim().split('\n');
      return (
        <Disclosure title={title} level={3}>
          <p className={styles.lines}>{rest.join('\n').trim()}</p>
          {item.help.trim() !== '' && <p className={styles.lines}>{item.help}</p>}
        </Disclosure>
      );
    }
  }
}

function Words({ item }: { readonly item: Item }): ReactNode {
  return (
    <>
      <p className={styles.lines}>{item.text}</p>
      {item.help.trim() !== '' && <p className={styles.lines}>{item.help}</p>}
    </>
  );
}
