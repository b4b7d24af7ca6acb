import { type ReactNode, type RefObject, useLayoutEffect, useRef, useState } from 'react';
import type { PageWords } from '../../../bindings';
import { Spinner } from '../../../components/Progress';
import { t } from '../../../i18n/sv';
import { pageUrl } from '../../../platform';
import { useCommand } from '../../../query/useCommand';
import { edgeFor, pictureSize, type Size } from './geometry';
import styles from './Preview.module.css';
import { PreviewRefusal } from './PreviewRefusal';
import { TextLayer } from './TextLayer';
import type { View } from './view';

export interface SheetProps {
  readonly ticket: string;
  readonly pages: number;
  readonly view: View;
  /** The room there is; `null` until it has been measured. */
  readonly stage: Size | null;
  /** The page's words; `null` while they are on their way. */
  readonly words: PageWords | null;
  /** Where the words lie, to be selected in. */
  readonly layer: RefObject<HTMLDivElement | null>;
  readonly onDrawn: () => void;
  readonly onAgain: (password?: string) => void;
  readonly onClose: () => void;
}

/** A picture that has come: its proportions, and the longest edge it was asked for with. */
interface Drawn {
  readonly natural: Size;
  readonly edge: number;
  /** A sharper one did not come: this one is as good as it gets. */
  readonly isSharpest: boolean;
}

/** Never less than what is there: a picture too sharp is no trouble, drawing it anew is. */
function edgeToAsk(drawn: Drawn | null, picture: Size | null): number {
  if (!drawn) return edgeFor({ width: 0, height: 0 }, 1);
  if (!picture || drawn.isSharpest) return drawn.edge;
  return Math.max(edgeFor(picture, window.devicePixelRatio), drawn.edge);
}

/** One page. A sharper picture is asked for as the page is enlarged; the one that is there stays until it comes. */
export function Sheet(props: SheetProps): ReactNode {
  const { ticket, pages, view, stage, words, layer, onDrawn } = props;
  const [drawn, setDrawn] = useState<Drawn | null>(null);
  const [isLost, setLost] = useState(false);
  const frame = useRef<HTMLDivElement>(null);
  const page = useRef<HTMLDivElement>(null);
  const picture = drawn && stage ? pictureSize(drawn.natural, stage, view) : null;
  const edge = edgeToAsk(drawn, picture);
  const width = picture?.width;
  const height = picture?.height;
  const isLying = view.turns % 2 === 1;
  useLayoutEffect(() => {
    if (!frame.current || !page.current || width === undefined || height === undefined) return;
    page.current.style.width = `${width}px`;
    page.current.style.height = `${height}px`;
    frame.current.style.width = `${isLying ? height : width}px`;
    frame.current.style.height = `${isLying ? width : height}px`;
  }, [width, height, isLying]);
  if (isLost) return <Lost {...props} />;
  return (
    <div ref={frame} className={styles.sheet} data-drawn={drawn !== null || undefined}>
      {!drawn && <Spinner label={t.cases.preview.drawing} />}
      <div ref={page} className={styles.page} data-turns={view.turns}>
        <img
          src={pageUrl(ticket, view.page, edge)}
          alt={t.cases.preview.page(view.page, pages)}
          draggable={false}
          onLoad={({ currentTarget: { naturalWidth, naturalHeight } }) => {
            onDrawn();
            setDrawn({
              natural: drawn?.natural ?? { width: naturalWidth, height: naturalHeight },
              edge,
              isSharpest: drawn?.isSharpest ?? false,
            });
          }}
          onError={() => {
            if (drawn && edge > drawn.edge) setDrawn({ ...drawn, isSharpest: true });
            else setLost(true);
          }}
        />
        {drawn && words && (
          <TextLayer layer={layer} lines={words.lines} natural={drawn.natural} width={width ?? 0} />
        )}
      </div>
    </div>
  );
}

/** A picture cannot say why it did not come; the page's words, which are drawn the same way, can. */
function Lost({ ticket, view, onAgain, onClose }: SheetProps): ReactNode {
  const { error, isSuccess } = useCommand('page_text', { ticket, page: view.page }, { isFresh: true });
  if (!error && !isSuccess) return <Spinner label={t.cases.preview.drawing} />;
  return (
    <PreviewRefusal
      failure={error?.failure ?? { code: 'previewFailed', fault: 'renderer' }}
      onAgain={onAgain}
      onClose={onClose}
    />
  );
}
