import { type ReactNode, useEffect, useRef } from 'react';
import { Button as AriaButton } from 'react-aria-components';
import { t } from '../i18n/sv';
import { cx } from './cx';
import styles from './Page.module.css';

export interface Crumb {
  readonly label: string;
  readonly href: string;
}

export interface PageProps {
  readonly title: ReactNode;
  /** The way here, outermost first, without the page itself. */
  readonly breadcrumbs?: readonly Crumb[];
  /** One or two sentences on what is done here. */
  readonly lead?: ReactNode;
  readonly actions?: ReactNode;
  readonly width?: 'reading' | 'normal' | 'full';
  readonly children: ReactNode;
}

/**
 * What `<main>` holds: heading, what can be done, content. A new page takes focus to its heading, so that the keyboard and the
 * screen reader begin where the eye does. Give it a `key` per thing shown, such as the case's id.
 */
export function Page({
  title,
  breadcrumbs,
  lead,
  actions,
  width = 'normal',
  children,
}: PageProps): ReactNode {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus({ preventScroll: true }), []);
  return (
    <div className={cx(styles.page, styles[width])}>
      {breadcrumbs && breadcrumbs.length > 0 && (
        <nav aria-label={t.components.breadcrumbs}>
          <ol className={styles.crumbs}>
            {breadcrumbs.map((crumb) => (
              <li key={crumb.href}>
                <a href={crumb.href}>{crumb.label}</a>
              </li>
            ))}
          </ol>
        </nav>
      )}
      <div className={styles.head}>
        <div className={styles.heading}>
          <h1 ref={heading} tabIndex={-1}>
            {title}
          </h1>
          {lead !== undefined && <p className={styles.lead}>{lead}</p>}
        </div>
        {actions !== undefined && <div className={styles.actions}>{actions}</div>}
      </div>
      {children}
    </div>
  );
}

export interface FrameProps {
  /** Beside the page, on wide windows; above it on narrow ones. */
  readonly side: ReactNode;
  /** Above everything, such as the mark of example data. */
  readonly notice?: ReactNode;
  readonly children: ReactNode;
}

/** The window: a way past the menu, the menu, and the page. */
export function Frame({ side, notice, children }: FrameProps): ReactNode {
  const main = useRef<HTMLElement>(null);
  return (
    <div className={styles.frame}>
      {/* The address after # is where one is in the program, so this is a button that moves focus. */}
      <AriaButton className={cx(styles.skip)} onPress={() => main.current?.focus()}>
        {t.components.skipToContent}
      </AriaButton>
      {side}
      <div className={styles.content}>
        {notice}
        <main ref={main} id="main" tabIndex={-1} className={styles.main}>
          {children}
        </main>
      </div>
    </div>
  );
}

/** A part of a page, under a heading of its own. */
export function Section({
  title,
  actions,
  children,
}: {
  title: ReactNode;
  actions?: ReactNode;
  children: ReactNode;
}): ReactNode {
  return (
    <section className={styles.section}>
      <div className={styles.sectionHead}>
        <h2>{title}</h2>
        {actions}
      </div>
      {children}
    </section>
  );
}

/** Things below each other with even air between. */
export function Stack({
  gap = 'normal',
  children,
}: {
  gap?: 'tight' | 'normal' | 'wide';
  children: ReactNode;
}): ReactNode {
  return <div className={cx(styles.stack, styles[`gap-${gap}`])}>{children}</div>;
}
