import { type ComponentType, lazy, type ReactNode, useState } from 'react';

type PageOf<M> = <P extends object>(pick: (pages: M) => ComponentType<P>) => ComponentType<P>;

/**
 * A feature's pages, fetched when the first of them is gone to. From then on each is drawn at once: what is `lazy` waits also for
 * what is there, and React keeps what stands in its place for 300 ms.
 */
export function feature<M>(fetch: () => Promise<M>): PageOf<M> {
  let fetched: M | undefined;
  const get = async (): Promise<M> => {
    fetched = await fetch();
    return fetched;
  };
  return (pick) => {
    const Later = lazy(async () => ({ default: pick(await get()) }));
    return function FeaturePage(props): ReactNode {
      const [Shown] = useState(() => (fetched ? pick(fetched) : Later));
      return <Shown {...props} />;
    };
  };
}
