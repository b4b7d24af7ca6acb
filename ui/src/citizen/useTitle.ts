import { useEffect } from 'react';

/** The window's title. It stands in the browser's history and on the task bar, so it says nothing about anyone. */
export function useTitle(title: string): void {
  useEffect(() => {
    document.title = title;
  }, [title]);
}
