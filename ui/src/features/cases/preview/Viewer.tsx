import { type ReactNode, type RefObject, useEffect, useId, useMemo, useRef, useState } from 'react';
import type { Preview, PageWords as Words } from '../../../bindings';
import { Scroller } from '../../../components/Scroller';
import { t } from '../../../i18n/sv';
import { useCommand } from '../../../query/useCommand';
import { type Asking, Decide, useTold } from './Decide';
import { Keys } from './Keys';
import { PageFlags } from './PageFlags';
import { PageStrip } from './PageStrip';
import { PageWords } from './PageWords';
import styles from './Preview.module.css';
import type { Subject } from './PreviewDialog';
import { Sheet } from './Sheet';
import { eachOnce } from './TextLayer';
import { Tools } from './Tools';
import { useKeys, useWheel } from './useKeys';
import { useSelected } from './useSelected';
import { useSize } from './useSize';
import type { Edit, View } from './view';

export interface ViewerProps {
  readonly subject: Subject;
  readonly preview: Preview;
  readonly view: View;
  readonly onEdit: (edit: Edit) => void;
  /** Opens the attachment anew, after the drawing process was lost. */
  readonly onAgain: (password?: string) => void;
  readonly onClose: () => void;
}

/** The pages, one at a time, with the ways to look closer and to decide. */
export function Viewer({ subject, preview, view, onEdit, onAgain, onClose }: ViewerProps): ReactNode {
  const { ticket, pages } = preview;
  const stage = useRef<HTMLElement>(null);
  const layer = useRef<HTMLDivElement>(null);
  const field = useRef<HTMLTextAreaElement>(null);
  const [asking, setAsking] = useState<Asking>('nothing');
  const [told, tell] = useTold(view.page);
  const size = useSize(stage);
  const wordsId = useId();
  const { words, onDrawn } = useWords(ticket, view);
  const selected = useSelected(layer, field, view.page);
  const all = words?.lines.map((line) => line.text).join('\n') ?? '';
  const excerpt = selected === '' ? all : selected;
  const insert = (): void => {
    if (excerpt.trim() === '') return;
    subject.onExcerpt(view.page, excerpt);
    tell(t.cases.preview.inserted(view.page));
  };
  useKeys({
    stage,
    layer,
    isAsleep: asking !== 'nothing',
    onEdit,
    onInsert: insert,
    onKeep: () => setAsking('keep'),
  });
  useWheel(stage, onEdit);
  useFocusKept(stage, view.page);
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
        <Scroller ref={stage} label={t.cases.preview.page(view.page, pages)} className={styles.stage}>
          <PageFlags preview={preview} page={view.page} words={words} />
          <Sheet
            key={`${ticket}/${view.page}`}
            ticket={ticket}
            pages={pages}
            view={view}
            stage={size}
            words={words}
            layer={layer}
            onDrawn={onDrawn}
            onAgain={onAgain}
            onClose={onClose}
          />
        </Scroller>
        {view.isTextShown && <PageWords id={wordsId} field={field} words={words} />}
      </div>
      <Decide
        subject={subject}
        preview={preview}
        asking={asking}
        onAsk={setAsking}
        insertable={excerpt.trim() === '' ? 'nothing' : selected === '' ? 'page' : 'selection'}
        onInsert={insert}
        told={told}
      />
      <Keys hasPages={pages > 1} />
    </div>
  );
}

/** The words of the page that is shown. Asked for once its picture has come, when they cost nothing. */
function useWords(ticket: string, view: View): { words: Words | null; onDrawn: () => void } {
  const [drawn, setDrawn] = useState(0);
  const asked = useCommand(
    'page_text',
    { ticket, page: view.page },
    { isFresh: true, enabled: drawn === view.page || view.isTextShown },
  );
  const words = useMemo(
    () => (asked.data ? { ...asked.data, lines: [...eachOnce(asked.data.lines)] } : null),
    [asked.data],
  );
  return { words, onDrawn: () => setDrawn(view.page) };
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
