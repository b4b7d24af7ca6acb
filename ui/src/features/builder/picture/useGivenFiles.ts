import { type RefObject, useEffect } from 'react';

/**
 * Pictures that are pasted or dropped on the card around an element. What also has words is pasted as words: so is a piece of a
 * document that has a picture of itself along.
 */
export function useGivenFiles(
  inside: RefObject<HTMLElement | null>,
  onFiles: (files: readonly File[]) => void,
): void {
  useEffect(() => {
    const element = inside.current;
    const card = element?.closest('[data-thing]');
    if (!element || !(card instanceof HTMLElement)) return undefined;
    const take = (event: Event, data: DataTransfer | null): void => {
      if (event.defaultPrevented || !data) return;
      const files = [...data.files].filter(({ type }) => type.startsWith('image/'));
      if (files.length === 0) return;
      event.preventDefault();
      onFiles(files);
    };
    const mark = (isOver: boolean): void => {
      if (isOver) element.setAttribute('data-drop', '');
      else element.removeAttribute('data-drop');
    };
    const paste = (event: ClipboardEvent): void => {
      if (event.clipboardData?.getData('text/plain') === '') take(event, event.clipboardData);
    };
    const over = (event: DragEvent): void => {
      if (!event.dataTransfer?.types.includes('Files')) return;
      event.preventDefault();
      mark(true);
    };
    const leave = (): void => mark(false);
    const drop = (event: DragEvent): void => {
      mark(false);
      take(event, event.dataTransfer);
      // A file that is no picture must not take the window's place.
      if (event.dataTransfer?.types.includes('Files')) event.preventDefault();
    };
    card.addEventListener('paste', paste);
    card.addEventListener('dragover', over);
    card.addEventListener('dragleave', leave);
    card.addEventListener('drop', drop);
    return () => {
      card.removeEventListener('paste', paste);
      card.removeEventListener('dragover', over);
      card.removeEventListener('dragleave', leave);
      card.removeEventListener('drop', drop);
    };
  }, [inside, onFiles]);
}
