import { render } from '@testing-library/react';
import type { ReactNode } from 'react';
import { vi } from 'vitest';
import { Providers } from '../app/Providers';
import type { CommandName, Failure, RequestOf, ResponseOf, Topic } from '../platform';
import { useTopicRefresh } from '../query/topics';

/** What the fake core answers: a value, or what it makes of the request. `refuse` throws a failure. */
export type Answers = {
  [N in CommandName]?: ResponseOf<N> | ((request: RequestOf<N>) => ResponseOf<N>);
};

class FakeRefusal {
  constructor(readonly failure: Failure) {}
}

/** Refuses with a failure of the core, from within an answer. */
export function refuse(failure: Failure): never {
  throw new FakeRefusal(failure);
}

/** The fake core: what it was asked, and a way to say that something changed. */
export interface FakeCore {
  /** Every call, in order. */
  readonly calls: { readonly name: CommandName; readonly request: unknown }[];
  /** The requests of one command, in order. */
  readonly asked: <N extends CommandName>(name: N) => RequestOf<N>[];
  /** Changes what it answers from now on. */
  readonly answer: (answers: Answers) => void;
  /** Says that topics have changed. */
  readonly announce: (...topics: Topic[]) => void;
}

/** Puts a fake core behind the development host's door. Undone after each test by `vi.unstubAllGlobals()`. */
export function fakeCore(first: Answers): FakeCore {
  const answers: Answers = { ...first };
  const calls: { name: CommandName; request: unknown }[] = [];
  const ears = new Set<(event: { data: string }) => void>();
  vi.stubGlobal('fetch', async (address: string, init: { body: string }) => {
    const name = address.split('/').at(-1) as CommandName;
    const request: unknown = JSON.parse(init.body);
    calls.push({ name, request });
    const answer = answers[name] as unknown;
    try {
      if (!(name in answers)) throw new FakeRefusal({ code: 'unknownCommand' });
      const ok = typeof answer === 'function' ? answer(request) : answer;
      return new Response(JSON.stringify({ ok: ok ?? null }));
    } catch (refusal) {
      if (refusal instanceof FakeRefusal) return new Response(JSON.stringify({ failure: refusal.failure }));
      throw refusal;
    }
  });
  vi.stubGlobal(
    'EventSource',
    class {
      addEventListener(kind: string, ear: (event: { data: string }) => void): void {
        if (kind === 'message') ears.add(ear);
      }
      close(): void {
        ears.clear();
      }
    },
  );
  return {
    calls,
    asked: (name) => calls.filter((one) => one.name === name).map((one) => one.request as never),
    answer: (more) => Object.assign(answers, more),
    announce: (...topics) => {
      for (const ear of ears) ear({ data: JSON.stringify(topics) });
    },
  };
}

/** A screen in the window it is made for. */
export function show(screen: ReactNode): void {
  render(
    <Providers>
      <Listening>{screen}</Listening>
    </Providers>,
  );
}

function Listening({ children }: { children: ReactNode }): ReactNode {
  useTopicRefresh();
  return children;
}
