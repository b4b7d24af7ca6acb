import { useCallback, useEffect, useRef } from 'react';
import type { Edit } from '../../bindings';
import { showToast } from '../../components/Toast';

/** Says that something was taken away and offers it back, as long as the editor is open. */
export function useUndoToast(edit: (edit: Edit) => void): (text: string, back: Edit) => void {
  const shown = useRef<(() => void)[]>([]);
  useEffect(
    () => () => {
      for (const close of shown.current) close();
      shown.current = [];
    },
    [],
  );
  return useCallback(
    (text: string, back: Edit) => {
      // One at a time: the older removals are still within reach of Ctrl+Z.
      for (const close of shown.current) close();
      shown.current = [showToast({ text, onUndo: () => edit(back) })];
    },
    [edit],
  );
}
