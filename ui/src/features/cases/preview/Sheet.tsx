import { type ReactNode, useLayoutEffect, useRef, useState } from 'react';
import { Spinner } from '../../../components/Progress';
import { t } from '../../../i18n/sv';
import { pageUrl } from '../../../platform';
import { useCommand } from '../../../query/useCommand';
import { edgeFor, pictureSize, type Size } from './geometry';
import styles from './Preview.module.css';
import { PreviewRefusal } from './PreviewRefusal';
import type { View } from './view';

export interface SheetProps {
  readonly ticket: string;
  readonly pages: number;
  readonly name: string;
  readonly view: View;
  /** The room there is; `null` until it has been measured. */
  readonly stage: Size | null;
  readonly onAgain: () => void;
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
  const { ticket, pages, name, view, stage } = props;
  const [drawn, setDrawn] = useState<Drawn | null>(null);
  const [isLost, setLost] = useState(false);
  const frame = useRef<HTMLDivElement>(null);
  const image = useRef<HTMLImageElement>(null);
  const picture = drawn && stage ? pictureSize(drawn.natural, stage, view) : null;
  const edge = edgeToAsk(drawn, picture);
  const width = picture?.width;
  const height = picture?.height;
  const isLying = view.turns % 2 === 1;
  useLayoutEffect(() => {
    if (!frame.current || !image.current || width === undefined || height === undefined) return;
    image.current.style.width = `${width}px`;
    image.current.style.height = `${height}px`;
    frame.current.style.width = `${isLying ? height : width}px`;
    frame.current.style.height = `${isLying ? width : height}px`;
  }, [width, height, isLying]);
  if (isLost) return <Lost {...props} />;
  return (
    <div
      ref={frame}
      className={styles.sheet}
      data-turns={view.turns}
      data-drawn={drawn !== null || undefined}
    >
      {!drawn && <Spinner label={t.cases.preview.drawing} />}
      <img
        ref={image}
        src={pageUrl(ticket, view.page, edge)}
        alt={t.cases.preview.pageOf(view.page, pages, name)}
        draggable={false}
        onLoad={({ currentTarget: { naturalWidth, naturalHeight } }) =>
          setDrawn({
            natural: drawn?.natural ?? { width: naturalWidth, height: naturalHeight },
            edge,
            isSharpest: drawn?.isSharpest ?? false,
          })
        }
        onError={() => {
          if (drawn && edge > drawn.edge) setDrawn({ ...drawn, isSharpest: true });
          else setLost(true);
        }}
      />
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
