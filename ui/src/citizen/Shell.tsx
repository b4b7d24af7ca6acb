import { type ReactNode, useRef } from 'react';
import { Button as AriaButton } from 'react-aria-components';
import type { Brand } from '../bindings';
import { Button } from '../components/Button';
import { Icon } from '../components/Icon';
import { t } from '../i18n/sv';
import styles from './Shell.module.css';

export interface ShellProps {
  /** Whose inbox it is; unknown when it cannot be reached. */
  readonly brand?: Brand;
  /** Who is signed in. */
  readonly name?: string;
  readonly onSignOut?: () => void;
  readonly children: ReactNode;
}

/** What stands around every page: the way past it, whose inbox it is, who is signed in, and that the data is made up. */
export function Shell({ brand, name, onSignOut, children }: ShellProps): ReactNode {
  const main = useRef<HTMLElement>(null);
  return (
    <div className={styles.shell}>
      <AriaButton className={styles.skip ?? ''} onPress={() => main.current?.focus()}>
        {t.citizen.skip}
      </AriaButton>
      <header className={styles.header}>
        <div className={styles.bar}>
          <a className={styles.brand} href="#/">
            <Icon name="inbox" size={24} />
            <span>
              <span className={styles.product}>{t.citizen.inbox}</span>
              {brand && <span className={styles.unit}>{brand.unitName}</span>}
            </span>
          </a>
          {name !== undefined && onSignOut && (
            <div className={styles.person}>
              <span className={styles.name}>{t.citizen.signedInAs(name)}</span>
              <Button size="small" onPress={onSignOut}>
                {t.citizen.signOut}
              </Button>
            </div>
          )}
        </div>
        {brand?.example && (
          <p className={styles.example}>
            <span>
              <Icon name="observe" size={16} /> {t.citizen.example}
            </span>
          </p>
        )}
      </header>
      <main ref={main} id="main" tabIndex={-1} className={styles.main}>
        {children}
      </main>
    </div>
  );
}
