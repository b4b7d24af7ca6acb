import { useCallback, useEffect, useRef } from 'react';
import type { Edit } from '../../bindings';
import { focusField } from '../../components/ErrorSummary';
import { showToast } from '../../components/Toast';
import { t } from '../../i18n/sv';
import type { Fix } from './fix';
import { fieldId } from './problems';

/** Carries a fix out; `pressed` is what was pressed for it. */
export type OnFix = (fix: Fix, pressed: Element) => void;

/**
 * Carries fixes out and says so. The finding goes when it is saved, and its button at once: focus goes on to what comes in its
 * place in the list, to the list's heading after the last, and to *Publicera* when the list itself is gone.
 */
export function useFix(edit: (edit: Edit) => void): OnFix {
  const from = useRef<{ readonly box: HTMLElement; readonly at: number } | null>(null);
  useEffect(() => {
    if (from.current === null) return;
    const { box, at } = from.current;
    const active = document.activeElement;
    if (active !== null && active !== document.body) {
      if (!box.contains(active)) from.current = null;
      return;
    }
    if (!box.isConnected) {
      from.current = null;
      focusField(fieldId.publish);
      return;
    }
    const lines = [...box.querySelectorAll('li')];
    const line = lines[Math.min(at, lines.length - 1)] ?? box;
    line.querySelector('button')?.focus();
  });
  return useCallback(
    (fix: Fix, pressed: Element) => {
      const box = pressed.closest<HTMLElement>('[data-findings]');
      const line = pressed.closest('li');
      from.current = box && line && { box, at: [...box.querySelectorAll('li')].indexOf(line) };
      edit(fix.edit);
      showToast({ text: t.guidance.fixed.back(fix.done) });
    },
    [edit],
  );
}
