import type { ReactNode } from 'react';
import { Badge } from '../../components/Badge';
import { Emblem } from '../../components/Emblem';
import { Page } from '../../components/Page';
import { useDocumentTitle } from '../../components/useDocumentTitle';
import { t } from '../../i18n/sv';
import styles from './StartFrame.module.css';

export interface StartFrameProps {
  /** Absent while the core has not answered. */
  readonly version?: string;
  /** The page's heading, and the window's name. */
  readonly title: string;
  /** Below the heading. */
  readonly lead?: ReactNode;
  /** Above the heading: whose store it is, or how far one has come. */
  readonly above?: ReactNode;
  readonly unit?: string;
  readonly example?: boolean;
  readonly inMemory?: boolean;
  readonly children: ReactNode;
}

/** The door: the mark of the house beside one thing to do. */
export function StartFrame(props: StartFrameProps): ReactNode {
  const { version, title, lead, above, unit, example = false, inMemory = false, children } = props;
  useDocumentTitle(title);
  return (
    <div className={styles.frame}>
      <header className={styles.side}>
        <Emblem size={72} />
        <p className={styles.product}>{t.common.product}</p>
        <p className={styles.tagline}>{t.start.tagline}</p>
        {version !== undefined && <p className={styles.version}>{t.start.version(version)}</p>}
      </header>
      <main className={styles.main}>
        <div className={styles.door}>
          {(unit !== undefined || example || inMemory) && (
            <div className={styles.marks}>
              {unit !== undefined && <span className={styles.unit}>{unit}</span>}
              {example && <Badge tone="observe">{t.common.example}</Badge>}
              {inMemory && <Badge tone="observe">{t.common.notSaved}</Badge>}
            </div>
          )}
          {above}
          <Page key={title} title={title} lead={lead} width="reading">
            {children}
          </Page>
        </div>
      </main>
    </div>
  );
}
