import type { ReactNode } from 'react';
import { StartPage } from '../features/start';
import { useTopicRefresh } from '../query/topics';
import { useCommand } from '../query/useCommand';
import { useForgetting, useSessionWatch } from './session';
import { Workplace } from './Workplace';

/** The staff's window: the door until somebody is signed in, then the workplace. */
export function Staff(): ReactNode {
  useTopicRefresh();
  useSessionWatch();
  const state = useCommand('start_state', null);
  const stage = state.data?.stage;
  useForgetting(stage?.at);
  if (state.data && stage?.at === 'signedIn') {
    return <Workplace unit={stage.unit} me={stage.me} inMemory={state.data.inMemory} />;
  }
  return <StartPage asked={state} />;
}
