import type { ReactNode } from 'react';
import { Menu as AriaMenu, MenuItem, MenuTrigger, Popover, Text } from 'react-aria-components';
import { Button, type ButtonProps } from './Button';
import { cx } from './cx';
import { Icon, type IconName } from './Icon';
import { Kbd } from './Kbd';
import styles from './Menu.module.css';

/** Something to do from a menu. */
export interface MenuAct {
  readonly id: string;
  readonly label: string;
  readonly icon?: IconName;
  /** The shortcut that does the same, key by key. */
  readonly keys?: readonly string[];
  readonly onAct: () => void;
}

export interface MenuProps extends Pick<ButtonProps, 'tone' | 'size' | 'icon' | 'aria-label'> {
  /** What the button says. */
  readonly children: ReactNode;
  readonly acts: readonly MenuAct[];
}

/** A button that opens a few things to do. */
export function Menu({ children, acts, ...button }: MenuProps): ReactNode {
  return (
    <MenuTrigger>
      <Button {...button}>
        <span className={styles.face}>
          <span>{children}</span>
          <Icon name="chevronDown" size={16} />
        </span>
      </Button>
      <Popover className={cx(styles.popover)}>
        <AriaMenu className={cx(styles.menu)}>
          {acts.map((act) => (
            <MenuItem
              key={act.id}
              id={act.id}
              textValue={act.label}
              onAction={act.onAct}
              className={cx(styles.item)}
            >
              {act.icon && <Icon name={act.icon} />}
              <Text slot="label" className={cx(styles.label)}>
                {act.label}
              </Text>
              {act.keys && <Kbd keys={act.keys} />}
            </MenuItem>
          ))}
        </AriaMenu>
      </Popover>
    </MenuTrigger>
  );
}
