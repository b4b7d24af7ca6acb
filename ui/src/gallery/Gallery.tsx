import type { ReactNode } from 'react';
import { Badge } from '../components/Badge';
import { Button } from '../components/Button';
import { Frame, Page, Section, Stack } from '../components/Page';
import { SideNav } from '../components/SideNav';
import { t } from '../i18n/sv';
import { to, useRoute } from '../route/hash';
import { stories } from './stories';
import { words } from './words';

/** Every component in its typical states, inside the window they are made for. Development only. */
export function Gallery(): ReactNode {
  const route = useRoute();
  return (
    <Frame
      side={
        <SideNav
          unit={words.unit}
          groups={[
            {
              items: [
                {
                  href: to('/'),
                  label: t.navigation.myCases,
                  icon: 'inbox',
                  isCurrent: route === '/',
                  count: { number: 3, words: '3 nya svar' },
                },
                {
                  href: to('/skicka'),
                  label: t.navigation.sendNew,
                  icon: 'send',
                  isCurrent: route === '/skicka',
                },
                {
                  href: to('/fordelade'),
                  label: t.navigation.distributed,
                  icon: 'people',
                  isCurrent: route === '/fordelade',
                },
              ],
            },
            {
              heading: t.navigation.administration,
              items: [
                {
                  href: to('/mallar'),
                  label: t.navigation.templates,
                  icon: 'template',
                  isCurrent: route === '/mallar',
                },
              ],
            },
          ]}
          footer={
            <Button tone="quiet" size="small" icon="lock">
              {words.handler}
            </Button>
          }
        />
      }
    >
      <Page
        title={t.navigation.myCases}
        lead="Det du har skickat, med läst och svar allt eftersom."
        breadcrumbs={[{ label: t.navigation.cases, href: to('/') }]}
        actions={
          <>
            <Badge tone="observe">{t.common.example}</Badge>
            <Button tone="primary" icon="send">
              {t.navigation.sendNew}
            </Button>
          </>
        }
      >
        <Stack gap="wide">
          {stories.map((story) => (
            <Section key={story.name} title={story.name}>
              {story.show()}
            </Section>
          ))}
        </Stack>
      </Page>
    </Frame>
  );
}
