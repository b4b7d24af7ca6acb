import { sizeOf, type View } from './view';

/** Measures in CSS pixels. */
export interface Size {
  readonly width: number;
  readonly height: number;
}

/** How large the picture is drawn on the stage, before it is turned. `natural` gives the proportions. */
export function pictureSize(natural: Size, stage: Size, view: Pick<View, 'fit' | 'step' | 'turns'>): Size {
  const isLying = view.turns % 2 === 1;
  const width = isLying ? natural.height : natural.width;
  const height = isLying ? natural.width : natural.height;
  if (width === 0 || height === 0) return natural;
  const toWidth = stage.width / width;
  const fitting = view.fit === 'width' ? toWidth : Math.min(toWidth, stage.height / height);
  const scale = fitting * sizeOf(view.step);
  return { width: natural.width * scale, height: natural.height * scale };
}

/** Sharpness comes in steps, so that a little larger does not draw the page anew. */
const EDGES = [1600, 2400, 3600, 5400, 8000];

/** The longest edge to ask for, in pixels, so that a picture of this size is sharp on this screen. */
export function edgeFor(picture: Size, pixelRatio: number): number {
  const needed = Math.max(picture.width, picture.height) * pixelRatio;
  return EDGES.find((edge) => edge >= needed) ?? 8000;
}
