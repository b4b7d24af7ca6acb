import type { Item, ItemId } from '../../bindings';
import { isRepeated, isSection, walk } from '../../form/tree';
import { t } from '../../i18n/sv';

/** One line of the form as it is edited: an item, or where a section ends. */
export interface Line {
  /** The item's id, or `end:` and its section's. */
  readonly id: string;
  /** The item, or the section that ends. */
  readonly item: Item;
  readonly isEnd: boolean;
  /** "Fråga 4" or "Avsnitt 2", as the screen counts and says it. */
  readonly name: string;
  /** Counted among its like from 1: questions and information together, sections by themselves. */
  readonly number: number;
  /** Sections around it. */
  readonly depth: number;
  /** Where it stands. */
  readonly section: ItemId | undefined;
  readonly at: number;
  /** The repeated section around it, however far out. */
  readonly repeated: ItemId | undefined;
  /** Lines that it takes, with what it holds and its end. */
  readonly block: number;
}

/** A form never changes, but is replaced: what asks for its lines again, as each problem and piece of advice does, gets the same. */
const known = new WeakMap<readonly Item[], readonly Line[]>();

/** The form line by line, in the order in which the citizen reads. */
export function outline(form: readonly Item[]): readonly Line[] {
  const found = known.get(form);
  if (found) return found;
  const lines: Line[] = [];
  const counts = { question: 0, section: 0 };
  gather(form, { section: undefined, repeated: undefined, depth: 0 }, counts, lines);
  known.set(form, lines);
  return lines;
}

/** What was last made of each item: a line that says the same is the same, so that what shows it need not be drawn again. */
const made = new WeakMap<Item, { start?: Line; end?: Line }>();

function once(line: Line): Line {
  const of = made.get(line.item) ?? {};
  const side = line.isEnd ? 'end' : 'start';
  const last = of[side];
  if (last && isSame(last, line)) return last;
  made.set(line.item, { ...of, [side]: line });
  return line;
}

function isSame(one: Line, other: Line): boolean {
  return (
    one.name === other.name &&
    one.number === other.number &&
    one.depth === other.depth &&
    one.section === other.section &&
    one.at === other.at &&
    one.repeated === other.repeated &&
    one.block === other.block
  );
}

function gather(
  items: readonly Item[],
  around: Pick<Line, 'section' | 'repeated' | 'depth'>,
  counts: { question: number; section: number },
  lines: Line[],
): void {
  items.forEach((item, at) => {
    const kind = isSection(item) ? 'section' : 'question';
    counts[kind] += 1;
    const number = counts[kind];
    const line = { ...around, item, name: named(item, number), number, at };
    if (kind === 'question') {
      lines.push(once({ ...line, id: item.id, isEnd: false, block: 1 }));
      return;
    }
    const start = lines.length;
    lines.push({ ...line, id: item.id, isEnd: false, block: 1 });
    const repeated = isRepeated(item) ? item.id : around.repeated;
    gather(item.items ?? [], { section: item.id, repeated, depth: around.depth + 1 }, counts, lines);
    lines.push(once({ ...line, id: endId(item.id), isEnd: true, block: 1 }));
    lines[start] = once({ ...line, id: item.id, isEnd: false, block: lines.length - start });
  });
}

function named(item: Item, number: number): string {
  const words = t.builder.form;
  if (isSection(item)) return words.section(number);
  return item.kind.type === 'information' ? words.information(number) : words.item(number);
}

/** The id of the line where a section ends. */
export function endId(section: ItemId): string {
  return `end:${section}`;
}

/** A place in the tree, as edits have it. */
export interface Place {
  readonly section: ItemId | undefined;
  readonly at: number;
}

/** A section as edits name it: they say nothing of it outside all. */
export function inSection(section: ItemId | undefined): { section?: ItemId } {
  return section === undefined ? {} : { section };
}

/** The place at this index among the lines that stay when `moving` are taken out; of something new when nothing moves. */
export function placeAt(lines: readonly Line[], moving: readonly string[], index: number): Place {
  const before = staying(lines, moving).slice(0, index);
  const around: { section: ItemId | undefined; at: number }[] = [{ section: undefined, at: 0 }];
  for (const line of before) {
    const inner = around.at(-1);
    if (!inner) break;
    if (line.isEnd) around.pop();
    else {
      inner.at += 1;
      if (isSection(line.item)) around.push({ section: line.item.id, at: 0 });
    }
  }
  return around.at(-1) ?? { section: undefined, at: 0 };
}

/** That place as it is said: "fråga 4 i Avsnitt 2", "fråga 4 av 8". */
export function placeInWords(lines: readonly Line[], moving: string | null, index: number): string {
  const words = t.builder.form.places;
  const leaving = moving === null ? [] : [moving];
  const stay = staying(lines, leaving);
  const moved = lines.find((line) => line.id === moving);
  const kind = moved && isSection(moved.item) ? 'section' : 'question';
  const isLike = (line: Line): boolean => !line.isEnd && isSection(line.item) === (kind === 'section');
  const number = stay.slice(0, index).filter(isLike).length + 1;
  const { section } = placeAt(lines, leaving, index);
  const around = stay.find((line) => line.item.id === section);
  if (around) {
    // What it is called when the other has moved.
    const sections = stay.filter((line) => !line.isEnd && isSection(line.item));
    const shift = kind === 'section' && sections.indexOf(around) + 1 >= number ? 1 : 0;
    return words.inSection(words[kind](number), t.builder.form.section(sections.indexOf(around) + 1 + shift));
  }
  return words.of(words[kind](number), stay.filter(isLike).length + 1);
}

/** The lines that stay when these are taken out, with what they hold. */
export function staying(lines: readonly Line[], moving: readonly string[]): readonly Line[] {
  if (moving.length === 0) return lines;
  const leaving = new Set(moving);
  let end = 0;
  return lines.filter(({ id, block }, at) => {
    if (leaving.has(id)) end = Math.max(end, at + block);
    return at >= end;
  });
}

/** The lines without the ends: an item each. */
export function itemLines(lines: readonly Line[]): readonly Line[] {
  return lines.filter(({ isEnd }) => !isEnd);
}

/** The items on these lines that stand in no other of them, in their order. */
export function topmost(lines: readonly Line[], ids: ReadonlySet<ItemId>): readonly Line[] {
  const found: Line[] = [];
  for (let at = 0; at < lines.length; ) {
    const line = lines[at];
    if (!line) break;
    const isOne = !line.isEnd && ids.has(line.id);
    if (isOne) found.push(line);
    at += isOne ? line.block : 1;
  }
  return found;
}

/** The section that a line stands in, the one around that, and so on. */
export function sectionsAround(lines: readonly Line[], place: Pick<Place, 'section'>): readonly ItemId[] {
  const { section } = place;
  const line = section === undefined ? undefined : lines.find(({ id }) => id === section);
  return line ? [line.id, ...sectionsAround(lines, line)] : [];
}

/** What these are called together: "Fråga 4", or "de 3 markerade" with all that they hold. */
export function nameOf(chosen: readonly Line[]): string {
  const [first, ...rest] = chosen;
  if (first && rest.length === 0) return first.name;
  return t.selection.several(walk(chosen.map(({ item }) => item)).length);
}
