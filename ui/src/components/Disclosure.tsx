import { type ReactNode, useState } from 'react';
import { Disclosure as AriaDisclosure, Button, DisclosurePanel, Heading } from 'react-aria-components';
import { cx } from './cx';
import styles from './Disclosure.module.css';
import { Icon } from './Icon';

export interface DisclosureProps {
  readonly title: ReactNode;
  /** The heading's level under what stands above. */
  readonly level?: 2 | 3 | 4;
  /** Open from the start. */
  readonly isOpen?: boolean;
  /** `quiet` is for a part within a card. */
  readonly tone?: 'card' | 'quiet';
  /** Draw nothing of it before it is opened: for what there are hundreds of. */
  readonly isDrawnWhenOpened?: boolean;
  readonly children: ReactNode;
}

/** A part that need not be read every time: its heading opens and closes it. */
export function Disclosure(props: DisclosureProps): ReactNode {
  const { title, level = 2, isOpen = false, isDrawnWhenOpened = false, tone = 'card', children } = props;
  const [hasOpened, setOpened] = useState(isOpen);
  return (
    <AriaDisclosure
      defaultExpanded={isOpen}
      onExpandedChange={(isExpanded) => isExpanded && setOpened(true)}
      className={cx(styles.part, styles[tone])}
    >
      <Heading level={level} className={cx(styles.heading)}>
        <Button slot="trigger" className={cx(styles.trigger)}>
          <Icon name="chevronRight" />
          <span>{title}</span>
        </Button>
      </Heading>
      <DisclosurePanel>
        <div className={styles.content}>{(hasOpened || !isDrawnWhenOpened) && children}</div>
      </DisclosurePanel>
    </AriaDisclosure>
  );
}
