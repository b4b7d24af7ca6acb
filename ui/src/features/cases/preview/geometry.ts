import type { PageLine } from '../../../bindings';
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

/** The text layer's own width, on which lines are laid out before they are enlarged with the picture. */
export const PAPER = 1000;
/** A line's place is told in this many parts of the page. */
const PARTS = 65_535;

/** Where a line of words lies on paper of the width {@link PAPER}. */
export interface Laid {
  readonly left: number;
  readonly top: number;
  /** Of the letters. */
  readonly size: number;
  /** Along the line. */
  readonly length: number;
  /** It runs upwards, from its lower corner. */
  readonly stands: boolean;
}

/** Lays a line into its box: as large as the box is high, or as wide where the box stands on end. */
export function laid(line: PageLine, height: number): Laid {
  const x = (line.x / PARTS) * PAPER;
  const y = (line.y / PARTS) * height;
  const wide = (line.width / PARTS) * PAPER;
  const high = (line.height / PARTS) * height;
  const stands = line.text.length > 2 && high > 2 * wide;
  return stands
    ? { left: x, top: y + high, size: Math.max(wide, 1), length: high, stands }
    : { left: x, top: y, size: Math.max(high, 1), length: wide, stands };
}
