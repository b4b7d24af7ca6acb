import type { ReactNode } from 'react';
import { Button } from 'react-aria-components';
import styles from './ActionCard.module.css';
import { cx } from './cx';
import { Icon, type IconName } from './Icon';

export interface ActionCardProps {
  readonly icon: IconName;
  /** What pressing it does. */
  readonly title: ReactNode;
  readonly children?: ReactNode;
  readonly isDisabled?: boolean;
  readonly onPress: () => void;
}

/** A choice of way that needs more than one line: the whole card is the button. */
export function ActionCard({ icon, title, children, isDisabled, onPress }: ActionCardProps): ReactNode {
  return (
    <Button className={cx(styles.card)} isDisabled={isDisabled ?? false} onPress={onPress}>
      <span className={styles.icon}>
        <Icon name={icon} size={24} />
      </span>
      <span className={styles.words}>
        <span className={styles.title}>{title}</span>
        {children !== undefined && <span className={styles.help}>{children}</span>}
      </span>
      <Icon name="chevronRight" />
    </Button>
  );
}
