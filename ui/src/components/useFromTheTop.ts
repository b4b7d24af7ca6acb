import { useEffect } from 'react';

/** Shows what takes the place of a long page from its top, as a page that is gone to by its address is. */
export function useFromTheTop(): void {
  useEffect(() => {
    document.documentElement.scrollTop = 0;
  }, []);
}
