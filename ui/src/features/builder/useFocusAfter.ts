import { useCallback, useEffect, useState } from 'react';
import { focusField } from '../../components/ErrorSummary';

/** Takes focus to a field that the change in hand is about to make, or to a neighbour of what it takes away. */
export function useFocusAfter(): (field: string) => void {
  const [target, setTarget] = useState<{ readonly field: string } | null>(null);
  useEffect(() => {
    if (!target) return;
    // In the next frame: a drop ends with a release of the pointer, which must not take focus back.
    const frame = requestAnimationFrame(() => focusField(target.field));
    return () => cancelAnimationFrame(frame);
  }, [target]);
  return useCallback((field: string) => setTarget({ field }), []);
}
