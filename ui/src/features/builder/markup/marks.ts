import { isAddress, itemOf } from '../../../form/markup';

/** A text with what is selected in it, from `start` up to `end`. */
export interface Selected {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

export type Emphasis = 'bold' | 'italic';
export type ListKind = 'bullets' | 'numbers';

/** A part of one line. */
interface Span {
  readonly start: number;
  readonly end: number;
}

/** Puts the marks around what is selected, line by line, or takes them away where all of it has them. Without a selection it is the word. */
export function toggleEmphasis(selected: Selected, kind: Emphasis): Selected {
  const spans = spansOf(selected);
  const turnOff = spans.length > 0 && spans.every((span) => isOn(starsAround(selected.text, span), kind));
  if (spans.length === 0) {
    const mark = kind === 'bold' ? '**' : '*';
    return put(selected, `${mark}${mark}`, mark.length);
  }
  const size = kind === 'bold' ? 2 : 1;
  let { text } = selected;
  let grown = 0;
  for (const span of [...spans].reverse()) {
    if (!turnOff && isOn(starsAround(text, span), kind)) continue;
    const marks = turnOff ? '' : '*'.repeat(size);
    const gone = turnOff ? size : 0;
    text = `${text.slice(0, span.start - gone)}${marks}${text.slice(span.start, span.end)}${marks}${text.slice(span.end + gone)}`;
    grown += 2 * (marks.length - gone);
  }
  const [first, last] = [spans[0], spans.at(-1)];
  const shift = text === selected.text ? 0 : turnOff ? -size : size;
  const firstIsSet = first !== undefined && !turnOff && isOn(starsAround(selected.text, first), kind);
  const lastIsSet = last !== undefined && !turnOff && isOn(starsAround(selected.text, last), kind);
  return {
    text,
    start: (first?.start ?? 0) + (firstIsSet ? 0 : shift),
    end: (last?.end ?? 0) + grown - (lastIsSet ? 0 : shift),
  };
}

/** Makes the lines of the selection a list, or lines again when all of them are items of such a one. */
export function toggleList({ text, start, end }: Selected, kind: ListKind): Selected {
  const from = text.lastIndexOf('\n', start - 1) + 1;
  const found = text.indexOf('\n', Math.max(from, end > start && text[end - 1] === '\n' ? end - 1 : end));
  const to = found === -1 ? text.length : found;
  const lines = text.slice(from, to).split('\n');
  const isOfKind = (line: string): boolean => {
    const item = itemOf(line);
    return item !== null && (item.number !== null) === (kind === 'numbers');
  };
  const written = lines.filter((line) => line.trim() !== '');
  const turnOff = written.length > 0 && written.every(isOfKind);
  let number = 0;
  const made = lines.map((line) => {
    if (line.trim() === '' && lines.length > 1) return line;
    const words = itemOf(line)?.rest ?? line.trimStart();
    number += 1;
    return turnOff ? words : `${kind === 'numbers' ? `${number}. ` : '- '}${words}`;
  });
  const block = made.join('\n');
  const whole = `${text.slice(0, from)}${block}${text.slice(to)}`;
  // A caret stays behind the same letter, and a selection becomes all the lines.
  const caret = Math.max(from, start + block.length - (to - from));
  return start === end
    ? { text: whole, start: caret, end: caret }
    : { text: whole, start: from, end: from + block.length };
}

/** A link in a text, and where it stands. */
export interface LinkAt extends Span {
  readonly words: string;
  readonly address: string;
}

/** The link that the selection stands in. */
export function linkAt({ text, start, end }: Selected): LinkAt | null {
  for (const found of text.matchAll(/\[([^[\]\n]*)\]\(([^()\s]*)\)/g)) {
    const [whole, words = '', address = ''] = found;
    const until = found.index + whole.length;
    if (found.index <= start && end <= until && isAddress(address)) {
      return { start: found.index, end: until, words, address };
    }
  }
  return null;
}

/** Puts a link in place of what is selected, or of the link that it stands in. */
export function putLink(selected: Selected, words: string, address: string): Selected {
  const place = linkAt(selected) ?? selected;
  const said = words.replaceAll(/[[\]\\]/g, '\\$&').replaceAll(/\s*\n\s*/g, ' ');
  const link = `[${said}](${address})`;
  return put({ ...selected, start: place.start, end: place.end }, link, link.length);
}

/** Leaves the words of the link that the selection stands in. */
export function removeLink(selected: Selected): Selected {
  const link = linkAt(selected);
  return link ? put({ ...selected, ...link }, link.words, link.words.length) : selected;
}

/** What a person writes as an address, as a link has it; `null` when it is none that a link may have. */
export function addressOf(written: string): string | null {
  const text = written.trim();
  if (/^\+?[0-9][-0-9 ]*$/.test(text)) return `tel:${text.replaceAll(' ', '')}`;
  if (/^[^\s:/@]+@[^\s:/@]+$/.test(text)) return isAddress(`mailto:${text}`) ? `mailto:${text}` : null;
  if (/^(tel|mailto):/i.test(text)) {
    const address = text.replaceAll(' ', '').replace(/^[a-z]+/i, (scheme) => scheme.toLowerCase());
    return isAddress(address) ? address : null;
  }
  const whole =
    /^[a-z][-+.a-z0-9]*:/i.test(text) && !/^[^/:]+\.[^/:]+:[0-9]/.test(text) ? text : `https://${text}`;
  if (!/^https:\/\//i.test(whole) || !/^https:\/\/[^/\s]*\./i.test(whole) || !URL.canParse(whole))
    return null;
  const address = new URL(whole).href.replaceAll(
    /[^-A-Za-z0-9._~:/?#@!$&+,;=%]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`,
  );
  return isAddress(address) ? address : null;
}

/** Other text in place of what is selected, with the caret `at` into it. */
export function put({ text, start, end }: Selected, words: string, at: number): Selected {
  return {
    text: `${text.slice(0, start)}${words}${text.slice(end)}`,
    start: start + at,
    end: start + at,
  };
}

/** The selection line by line, without white space and stars at the ends and the marks of lists. */
function spansOf({ text, start, end }: Selected): Span[] {
  if (start === end) {
    const word = wordAt(text, start);
    return word ? [inner(text, word)] : [];
  }
  const spans: Span[] = [];
  let at = 0;
  for (const line of text.split('\n')) {
    const item = itemOf(line);
    const begins =
      at + (item ? line.indexOf(item.rest, item.number === null ? 2 : line.indexOf('. ') + 2) : 0);
    const [from, to] = [Math.max(begins, start), Math.min(at + line.length, end)];
    const part = from < to ? text.slice(from, to) : '';
    if (part.trim() !== '') {
      const lead = part.length - part.trimStart().length;
      spans.push(inner(text, { start: from + lead, end: from + part.trimEnd().length }));
    }
    at += line.length + 1;
  }
  return spans;
}

function wordAt(text: string, at: number): Span | null {
  const before = /[\p{L}\p{N}]*$/u.exec(text.slice(0, at))?.[0].length ?? 0;
  const after = /^[\p{L}\p{N}]*/u.exec(text.slice(at))?.[0].length ?? 0;
  return before + after === 0 ? null : { start: at - before, end: at + after };
}

/** Stars at the ends are marks, also where only one end of them was selected. */
function inner(text: string, { start, end }: Span): Span {
  let [from, to] = [start, end];
  while (from < to && text[from] === '*') from += 1;
  while (to > from && text[to - 1] === '*') to -= 1;
  return from === to ? { start, end } : { start: from, end: to };
}

/** Stars that stand on both sides. */
function starsAround(text: string, { start, end }: Span): number {
  let count = 0;
  while (text[start - count - 1] === '*' && text[end + count] === '*') count += 1;
  return count;
}

function isOn(stars: number, kind: Emphasis): boolean {
  return kind === 'bold' ? stars === 2 || stars === 3 : stars === 1 || stars === 3;
}
