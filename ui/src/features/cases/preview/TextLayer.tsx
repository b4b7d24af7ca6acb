import { type ReactNode, type RefObject, useLayoutEffect } from 'react';
import type { PageLine } from '../../../bindings';
import { type Laid, laid, PAPER, type Size } from './geometry';
import styles from './TextLayer.module.css';

export interface TextLayerProps {
  readonly layer: RefObject<HTMLDivElement | null>;
  readonly lines: readonly PageLine[];
  /** The picture's proportions. */
  readonly natural: Size;
  /** As wide as the picture is drawn, in CSS pixels. */
  readonly width: number;
}

/**
 * The page's words over its picture: transparent, to be selected and listened to; text and nothing else. They are laid out once
 * on paper of a fixed width and then enlarged with the picture.
 */
export function TextLayer({ layer, lines, natural, width }: TextLayerProps): ReactNode {
  const height = natural.width > 0 ? (PAPER * natural.height) / natural.width : 0;
  useLayoutEffect(() => {
    if (!layer.current) return;
    layer.current.style.width = `${PAPER}px`;
    layer.current.style.height = `${height}px`;
    layer.current.style.scale = `${width / PAPER}`;
  }, [layer, width, height]);
  useLayoutEffect(() => {
    const elements = [...(layer.current?.children ?? [])].filter((one) => one instanceof HTMLElement);
    const places = lines.map((line) => laid(line, height));
    for (const [at, element] of elements.entries()) place(element, places[at]);
    // First all measures are read, then all are written: reading after writing lays the page out anew for each line.
    const measured = elements.map((element) => element.offsetWidth);
    for (const [at, element] of elements.entries()) stretch(element, places[at], measured[at] ?? 0);
  }, [layer, lines, height]);
  return (
    <div ref={layer} className={styles.layer}>
      {lines.map((line) => (
        <p key={keyOf(line)}>{line.text}</p>
      ))}
    </div>
  );
}

function keyOf({ text, x, y, width, height }: PageLine): string {
  return `${x} ${y} ${width} ${height} ${text}`;
}

/** Words that are drawn twice in the same place, to look bold, are read once. */
export function eachOnce(lines: readonly PageLine[]): readonly PageLine[] {
  return [...new Map(lines.map((line) => [keyOf(line), line])).values()];
}

function place(element: HTMLElement, line: Laid | undefined): void {
  if (!line) return;
  element.style.left = `${line.left}px`;
  element.style.top = `${line.top}px`;
  element.style.fontSize = `${line.size}px`;
}

function stretch(element: HTMLElement, line: Laid | undefined, measured: number): void {
  if (!line || measured === 0) return;
  const across = `scaleX(${line.length / measured})`;
  element.style.transform = line.stands ? `rotate(-90deg) ${across}` : across;
}
