import type { ReactNode } from 'react';
import { t } from '../i18n/sv';
import styles from './Banner.module.css';
import { Icon } from './Icon';
import { VisuallyHidden } from './VisuallyHidden';

export type BannerTone = 'info' | 'observe' | 'error' | 'success';

export interface BannerProps {
  readonly tone: BannerTone;
  readonly title?: ReactNode;
  readonly children?: ReactNode;
  /** What can be done about it. */
  readonly actions?: ReactNode;
  /** Read it out when it appears. Not for what was there when the page came. */
  readonly isAnnounced?: boolean;
}

/** Something to know about this page. Its kind is said in words, shown by an icon and only lastly by colour. */
export function Banner({ tone, title, children, actions, isAnnounced }: BannerProps): ReactNode {
  const role = tone === 'error' ? 'alert' : 'status';
  return (
    <div className={styles.banner} data-tone={tone} {...(isAnnounced ? { role } : {})}>
      <Icon name={tone} size={24} />
      <div className={styles.words}>
        <VisuallyHidden>{t.components.banner[tone]}: </VisuallyHidden>
        {title !== undefined && <p className={styles.title}>{title}</p>}
        {children}
        {actions !== undefined && <div className={styles.actions}>{actions}</div>}
      </div>
    </div>
  );
}
