import { Fragment, type ReactNode, useState } from 'react';
import { Button } from 'react-aria-components';
import { t } from '../i18n/sv';
import { cx } from './cx';
import { Emblem } from './Emblem';
import { Icon, type IconName } from './Icon';
import styles from './SideNav.module.css';

export interface NavItem {
  readonly href: string;
  readonly label: string;
  readonly icon: IconName;
  readonly isCurrent: boolean;
  /** The part of the group that it belongs to, written above it. */
  readonly under?: string;
  /** A number worth a visit, with the words that make it one: "3 obesvarade". */
  readonly count?: { readonly number: number; readonly words: string };
}

export interface NavGroup {
  readonly heading?: string;
  readonly items: readonly NavItem[];
}

export interface SideNavProps {
  /** The unit one works for. */
  readonly unit: string;
  readonly groups: readonly NavGroup[];
  /** Who is signed in, and the way out. */
  readonly footer?: ReactNode;
}

/** The way around. The notch shows where one is. */
export function SideNav({ unit, groups, footer }: SideNavProps): ReactNode {
  // Where the menu was opened: going somewhere else closes it. Only narrow windows have it closed.
  const here = groups.flatMap((group) => group.items).find((item) => item.isCurrent)?.href ?? '';
  const [openedAt, setOpenedAt] = useState<string | null>(null);
  const isOpen = openedAt === here;
  return (
    <header className={styles.side} data-open={isOpen || undefined}>
      <div className={styles.brand}>
        <Emblem />
        <div className={styles.names}>
          <span className={styles.product}>{t.common.product}</span>
          <span className={styles.unit}>{unit}</span>
        </div>
        <Button
          className={cx(styles.toggle)}
          aria-expanded={isOpen}
          onPress={() => setOpenedAt(isOpen ? null : here)}
        >
          {t.components.menu}
          <Icon name="chevronDown" />
        </Button>
      </div>
      <nav aria-label={t.navigation.label} className={styles.nav}>
        {groups.map((group) => (
          <Fragment key={group.heading ?? group.items[0]?.href}>
            {group.heading !== undefined && <h2 className={styles.heading}>{group.heading}</h2>}
            <ul className={styles.items}>
              {group.items.map((item) => (
                <li key={item.href} className={cx(item.under !== undefined && styles.below)}>
                  {item.under !== undefined && <span className={styles.under}>{item.under}</span>}
                  <a
                    href={item.href}
                    className={styles.item}
                    {...(item.isCurrent ? { 'aria-current': 'page' } : {})}
                  >
                    <Icon name={item.icon} />
                    <span className={styles.label}>{item.label}</span>
                    {item.count && <Count {...item.count} />}
                  </a>
                </li>
              ))}
            </ul>
          </Fragment>
        ))}
      </nav>
      {footer !== undefined && <div className={styles.footer}>{footer}</div>}
    </header>
  );
}

function Count({ number, words }: NonNullable<NavItem['count']>): ReactNode {
  return (
    <span className={styles.count} role="img" aria-label={words}>
      {number}
    </span>
  );
}
