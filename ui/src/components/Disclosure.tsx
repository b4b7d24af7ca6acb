import type { ReactNode } from 'react';
import { Disclosure as AriaDisclosure, Button, DisclosurePanel, Heading } from 'react-aria-components';
import { cx } from './cx';
import styles from './Disclosure.module.css';
import { Icon } from './Icon';

export interface DisclosureProps {
  readonly title: ReactNode;
  /** The heading's level under what stands above. */
  readonly level?: 2 | 3;
  /** Open from the start. */
  readonly isOpen?: boolean;
  readonly children: ReactNode;
}

/** A part that need not be read every time: its heading opens and closes it. */
export function Disclosure({ title, level = 2, isOpen = false, children }: DisclosureProps): ReactNode {
  return (
    <AriaDisclosure defaultExpanded={isOpen} className={cx(styles.part)}>
      <Heading level={level} className={cx(styles.heading)}>
        <Button slot="trigger" className={cx(styles.trigger)}>
          <Icon name="chevronRight" />
          <span>{title}</span>
        </Button>
      </Heading>
      <DisclosurePanel>
        <div className={styles.content}>{children}</div>
      </DisclosurePanel>
    </AriaDisclosure>
  );
}
