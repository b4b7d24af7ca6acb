import { type ReactNode, type RefObject, useEffect, useEffectEvent, useId, useRef } from 'react';
import type { Preview } from '../../../bindings';
import { Banner } from '../../../components/Banner';
import { Scroller } from '../../../components/Scroller';
import { t } from '../../../i18n/sv';
import { Keys } from './Keys';
import { PageStrip } from './PageStrip';
import { PageWords } from './PageWords';
import styles from './Preview.module.css';
import { Sheet } from './Sheet';
import { Tools } from './Tools';
import { useSize } from './useSize';
import { type Edit, editOfKey, type View } from './view';

export interface ViewerProps {
  readonly preview: Preview;
  readonly view: View;
  readonly onEdit: (edit: Edit) => void;
  /** Opens the attachment anew, after the drawing process was lost. */
  readonly onAgain: () => void;
  readonly onClose: () => void;
}

/** The pages, one at a time, with the ways to look closer. */
export function Viewer({ preview, view, onEdit, onAgain, onClose }: ViewerProps): ReactNode {
  const stage = useRef<HTMLElement>(null);
  const size = useSize(stage);
  const wordsId = useId();
  useKeys(onEdit);
  useFocusKept(stage, view.page);
  const { ticket, pages, name, flags } = preview;
  const where = t.cases.preview.page(view.page, pages);
  return (
    <div className={styles.viewer}>
      <Tools view={view} pages={pages} wordsId={wordsId} onEdit={onEdit} />
      <div className={styles.room}>
        {pages > 1 && (
          <PageStrip
            ticket={ticket}
            pages={pages}
            page={view.page}
            onGo={(page) => onEdit({ edit: 'go', page })}
          />
        )}
        <Scroller ref={stage} label={where} className={styles.stage}>
          {flags.length > 0 && (
            <div className={styles.flags}>
              <Banner tone="observe" title={`${t.cases.preview.incomplete}:`}>
                <ul>
                  {flags.map((flag) => (
                    <li key={flag}>{t.cases.preview.flags[flag]}</li>
                  ))}
                </ul>
                <p>{t.cases.preview.flagsTodo}</p>
              </Banner>
            </div>
          )}
          <Sheet
            key={`${ticket}/${view.page}`}
            ticket={ticket}
            pages={pages}
            name={name}
            view={view}
            stage={size}
            onAgain={onAgain}
            onClose={onClose}
          />
        </Scroller>
        {view.isTextShown && <PageWords id={wordsId} ticket={ticket} page={view.page} />}
      </div>
      <Keys hasPages={pages > 1} />
    </div>
  );
}

/** The keys work wherever focus is in the dialog; nothing lies behind it that could want them. */
function useKeys(onEdit: (edit: Edit) => void): void {
  const press = useEffectEvent((event: KeyboardEvent) => {
    if (event.defaultPrevented || event.ctrlKey || event.altKey || event.metaKey) return;
    const edit = editOfKey(event.key);
    if (!edit) return;
    event.preventDefault();
    onEdit(edit);
  });
  useEffect(() => {
    const listener = (event: KeyboardEvent): void => press(event);
    document.addEventListener('keydown', listener);
    return () => document.removeEventListener('keydown', listener);
  }, []);
}

/** On the last page *Nästa sida* cannot be pressed more: focus goes on to the page rather than nowhere. */
function useFocusKept(stage: RefObject<HTMLElement | null>, page: number): void {
  const shown = useRef(page);
  useEffect(() => {
    if (shown.current === page) return;
    shown.current = page;
    const { activeElement } = document;
    if (activeElement === document.body || activeElement?.matches(':disabled')) stage.current?.focus();
  }, [page, stage]);
}
