import { type ReactNode, Suspense, useEffect } from 'react';
import type { Me, UnitBrand } from '../bindings';
import { Frame } from '../components/Page';
import { Spinner } from '../components/Progress';
import { SideNav } from '../components/SideNav';
import { closeOffers } from '../components/Toast';
import { useDocumentTitle } from '../components/useDocumentTitle';
import { useRoute } from '../route/hash';
import { Account } from './Account';
import { CitizenInbox } from './CitizenInbox';
import { DataNotice } from './DataNotice';
import { groupsFor } from './navigation';
import { homeOf, placeOf } from './places';
import { useActivityNotes } from './session';
import styles from './staff.module.css';

export interface WorkplaceProps {
  readonly unit: UnitBrand;
  readonly me: Me;
  readonly inMemory: boolean;
}

/** The window at work: the menu, what must be known of the data, and the page that the address names. */
export function Workplace({ unit, me, inMemory }: WorkplaceProps): ReactNode {
  useActivityNotes();
  const route = useRoute();
  const path = route === '/' ? homeOf(me) : route;
  const place = placeOf(path, me);
  const shown = place.stays ?? path;
  useDocumentTitle(place.title);
  useEffect(() => {
    if (shown === '') return;
    document.documentElement.scrollTop = 0;
    closeOffers();
  }, [shown]);
  return (
    <Frame
      side={
        <SideNav
          unit={unit.name}
          groups={groupsFor(me, path)}
          footer={
            <div className={styles.footer}>
              <CitizenInbox />
              <Account me={me} />
            </div>
          }
        />
      }
      notice={<DataNotice example={unit.example} inMemory={inMemory} />}
    >
      <Suspense key={shown} fallback={<Spinner />}>
        {place.page}
      </Suspense>
    </Frame>
  );
}
