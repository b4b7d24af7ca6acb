import type { ReactNode } from 'react';
import { Frame, Page } from '../components/Page';
import { SideNav } from '../components/SideNav';
import { t } from '../i18n/sv';
import { useTopicRefresh } from '../query/topics';

/** The staff's window: the menu, and the page that the address names. */
export function Staff(): ReactNode {
  useTopicRefresh();
  return (
    <Frame side={<SideNav unit="" groups={[]} />}>
      <Page title={t.common.product}>{null}</Page>
    </Frame>
  );
}
