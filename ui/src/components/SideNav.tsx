import { Fragment, type ReactNode } from 'react';
import { t } from '../i18n/sv';
import { Icon, type IconName } from './Icon';
import styles from './SideNav.module.css';

export interface NavItem {
  readonly href: string;
  readonly label: string;
  readonly icon: IconName;
  readonly isCurrent: boolean;
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
  return (
    <header className={styles.side}>
      <div className={styles.brand}>
        <Emblem />
        <div className={styles.names}>
          <span className={styles.product}>{t.common.product}</span>
          <span className={styles.unit}>{unit}</span>
        </div>
      </div>
      <nav aria-label={t.navigation.label} className={styles.nav}>
        {groups.map((group) => (
          <Fragment key={group.heading ?? group.items[0]?.href}>
            {group.heading !== undefined && <h2 className={styles.heading}>{group.heading}</h2>}
            <ul className={styles.items}>
              {group.items.map((item) => (
                <li key={item.href}>
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

/** The budkavle: the staff that went from farm to farm, with its notches. */
function Emblem(): ReactNode {
  return (
    <svg
      className={styles.emblem}
      viewBox="0 0 40 40"
      width="40"
      height="40"
      aria-hidden="true"
      focusable="false"
    >
      <g transform="rotate(38 20 20)">
        <rect x="15.5" y="2" width="9" height="36" rx="3" fill="currentColor" />
        <path d="M15.5 10h5M15.5 15h5M24.5 22h-5M15.5 29h5" stroke="var(--nav)" strokeWidth="2" />
      </g>
    </svg>
  );
}
