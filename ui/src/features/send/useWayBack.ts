import { useCallback, useEffect, useRef } from 'react';
import { showToast } from '../../components/Toast';

/** A way back that is offered until something new is written, so that taking it loses nothing. */
export interface WayBack {
  readonly offer: (text: string, back: () => void) => void;
  readonly withdraw: () => void;
}

/** Offers *Ångra* in a message, one at a time, while the page is open. */
export function useWayBack(): WayBack {
  const close = useRef<(() => void) | null>(null);
  const withdraw = useCallback(() => {
    close.current?.();
    close.current = null;
  }, []);
  const offer = useCallback(
    (text: string, back: () => void) => {
      withdraw();
      close.current = showToast({ text, tone: 'info', onUndo: back });
    },
    [withdraw],
  );
  useEffect(() => withdraw, [withdraw]);
  return { offer, withdraw };
}
