import { type RefObject, useEffect, useState } from 'react';

/** What is selected on the page or in the field with its words; empty when nothing is. A press on a button leaves it be. */
export function useSelected(
  layer: RefObject<HTMLElement | null>,
  field: RefObject<HTMLTextAreaElement | null>,
  page: number,
): string {
  const [selected, setSelected] = useState({ page, text: '' });
  useEffect(() => {
    const look = (): void => {
      const text = selectedIn(layer.current, field.current);
      if (text !== null) setSelected({ page, text });
    };
    document.addEventListener('selectionchange', look);
    return () => document.removeEventListener('selectionchange', look);
  }, [layer, field, page]);
  return selected.page === page ? selected.text : '';
}

/** `null` when what is selected lies elsewhere. */
function selectedIn(layer: HTMLElement | null, field: HTMLTextAreaElement | null): string | null {
  if (field && document.activeElement === field) {
    return field.value.slice(field.selectionStart, field.selectionEnd).trim();
  }
  const selection = document.getSelection();
  if (!layer || !selection?.anchorNode || !layer.contains(selection.anchorNode)) return null;
  return selection.rangeCount === 0 ? '' : linesIn(layer, selection.getRangeAt(0));
}

/** Line by line: lines that lie freely on the page have no line ends between them to a browser. */
function linesIn(layer: HTMLElement, range: Range): string {
  const touched = [...layer.children].filter((line) => range.intersectsNode(line));
  const parts = touched.map((line) => {
    const part = document.createRange();
    part.selectNodeContents(line);
    if (line.contains(range.startContainer)) part.setStart(range.startContainer, range.startOffset);
    if (line.contains(range.endContainer)) part.setEnd(range.endContainer, range.endOffset);
    return part.toString();
  });
  return parts.filter((part) => part.trim() !== '').join('\n');
}
