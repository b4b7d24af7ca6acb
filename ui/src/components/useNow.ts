import { useEffect, useState } from 'react';

/** The time now in milliseconds, renewed every `every` milliseconds: for what is told relative to now. */
export function useNow(every = 30_000): number {
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    const ticking = setInterval(() => setNow(Date.now()), every);
    return () => clearInterval(ticking);
  }, [every]);
  return now;
}
