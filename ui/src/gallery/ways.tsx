import { type ReactNode, useState } from 'react';
import { ActionCard } from '../components/ActionCard';
import { Answered } from '../components/Answered';
import { Disclosure } from '../components/Disclosure';
import { FailureBanner } from '../components/FailureBanner';
import { Menu } from '../components/Menu';
import { faultsOfSecret, NewSecretFields, noSecret } from '../components/NewPassword';
import { Stack } from '../components/Page';
import { Scroller } from '../components/Scroller';
import { StatusLegend } from '../components/StatusMark';
import { words } from './words';

export function Ways(): ReactNode {
  return (
    <Stack gap="tight">
      <Menu
        size="small"
        icon="people"
        aria-label={`Åtgärder för ${words.person}`}
        acts={[
          { id: 'password', label: 'Byt lösenord', icon: 'edit', onAct: () => {} },
          { id: 'lock', label: 'Lås', icon: 'lock', keys: ['Ctrl', 'L'], onAct: () => {} },
        ]}
      >
        Åtgärder
      </Menu>
      <ActionCard icon="people" title={words.person} onPress={() => {}}>
        Sjuksköterska
      </ActionCard>
      <ActionCard icon="lock" title="Kan inte väljas just nu" isDisabled onPress={() => {}} />
    </Stack>
  );
}

export function Opened(): ReactNode {
  return (
    <Stack gap="tight">
      <Disclosure title="Stängd från början" level={3}>
        <p>{words.person}</p>
      </Disclosure>
      <Disclosure title="Öppen från början" level={3} isOpen>
        <p>{words.person}</p>
        <Scroller label="Det som rullar för sig">
          <StatusLegend />
        </Scroller>
      </Disclosure>
    </Stack>
  );
}

export function Refusals(): ReactNode {
  return (
    <Stack gap="tight">
      <FailureBanner failure={{ code: 'notAllowed' }} />
      <Answered asked={{ data: undefined, error: null, refetch: () => {} }}>{() => null}</Answered>
      <Answered asked={{ data: undefined, error: { failure: { code: 'noContact' } }, refetch: () => {} }}>
        {() => null}
      </Answered>
    </Stack>
  );
}

export function Secrets(): ReactNode {
  const [value, setValue] = useState(noSecret);
  return (
    <Stack>
      <NewSecretFields
        id="secret"
        label="Lösenord"
        repeatedLabel="Lösenordet en gång till"
        value={value}
        onChange={setValue}
        faults={faultsOfSecret(value, 'secret')}
      />
    </Stack>
  );
}
