import { type ReactNode, useEffect, useState } from 'react';
import type { Me } from '../bindings';
import { FailureBanner } from '../components/FailureBanner';
import { Menu } from '../components/Menu';
import { ChangePasswordDialog } from '../features/people';
import { t } from '../i18n/sv';
import { useAct } from '../query/useAct';
import styles from './staff.module.css';

const words = t.staff.me;

/** Who is signed in: the password, the lock and the way out. */
export function Account({ me }: { me: Me }): ReactNode {
  const [isChanging, setChanging] = useState(false);
  const { mutate: lock, error: lockError } = useAct('lock');
  const signOut = useAct('sign_out');
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      const isLock = event.key.toLowerCase() === 'l' && (event.ctrlKey || event.metaKey);
      if (!isLock || event.altKey || event.shiftKey) return;
      event.preventDefault();
      lock(null);
    };
    window.addEventListener('keydown', press);
    return () => window.removeEventListener('keydown', press);
  }, [lock]);
  return (
    <>
      <Menu
        tone="quiet"
        icon="person"
        aria-label={words.menu(me.name, me.title)}
        acts={[
          { id: 'password', label: words.changePassword, icon: 'edit', onAct: () => setChanging(true) },
          { id: 'lock', label: words.lock, icon: 'lock', keys: ['Ctrl', 'L'], onAct: () => lock(null) },
          { id: 'out', label: words.signOut, icon: 'back', onAct: () => signOut.mutate(null) },
        ]}
      >
        <span className={styles.name}>{me.name}</span>{' '}
        {me.title !== '' && <span className={styles.title}>{me.title}</span>}
      </Menu>
      <FailureBanner failure={lockError?.failure ?? signOut.error?.failure ?? null} />
      {isChanging && <ChangePasswordDialog onClose={() => setChanging(false)} />}
    </>
  );
}
