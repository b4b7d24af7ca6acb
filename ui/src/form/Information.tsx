import type { ReactNode } from 'react';
import type { InformationStyle, Item } from '../bindings';
import { Banner } from '../components/Banner';
import { Disclosure } from '../components/Disclosure';
import styles from './Form.module.css';
import { FormattedText, useWords } from './FormattedText';
import { PictureView } from './PictureView';
import { Said } from './Spoken';

/** Information between questions, as it stands out. */
export function Information({
  item,
  look,
}: {
  readonly item: Item;
  readonly look: InformationStyle;
}): ReactNode {
  const words = useWords();
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
        <Disclosure title={<Said>{words(title)}</Said>} level={3}>
          <Words item={{ ...item, text: rest.join('\n').trim() }} />
        </Disclosure>
      );
    }
  }
}

function Words({ item }: { readonly item: Item }): ReactNode {
  return (
    <>
      <FormattedText text={item.text} />
      <PictureView picture={item.picture} />
      {item.help.trim() !== '' && <FormattedText text={item.help} />}
    </>
  );
}
