import { type Inline, isAddress, itemOf, parseLine } from '../../../form/markup';
import { addressOf } from './marks';

/** Letters with one look. */
interface Run {
  readonly text: string;
  readonly bold: boolean;
  readonly italic: boolean;
  readonly address: string | null;
}

type LineKind = 'text' | 'bullet' | 'number';

interface Line {
  kind: LineKind;
  /** Whether it begins a paragraph. */
  begins: boolean;
  readonly runs: Run[];
}

/** Deeper than any program writes; what lies deeper is its words. */
const DEEPEST = 100;
/** Characters of a page that are looked through, at most. */
const LONGEST = 500_000;

const skipped = new Set(
  'script style head title template noscript iframe object embed svg math select textarea button audio video'.split(
    ' ',
  ),
);
const paragraphs = new Set('p h1 h2 h3 h4 h5 h6 blockquote ul ol table dl pre'.split(' '));
const lines = new Set('div tr dt dd section article header footer main aside address'.split(' '));

/**
 * Formatted text from another program, such as Word, as a text with marks: bold, italic, lists and links to where a link may lead.
 * Of all else only the words are left. It is read in a document of its own, in which nothing runs and nothing is fetched. `null` when
 * it says nothing.
 */
export function fromHtml(html: string): string | null {
  if (html.length > LONGEST) return null;
  const { body } = new DOMParser().parseFromString(html, 'text/html');
  const reader = new Reader();
  reader.inside(body, { bold: false, italic: false, address: null }, 0);
  const text = write(reader.lines);
  return text === '' ? null : text;
}

type Look = Omit<Run, 'text'>;

class Reader {
  readonly lines: Line[] = [{ kind: 'text', begins: true, runs: [] }];
  /** Kinds of the lists that are open, the innermost last. */
  readonly #lists: LineKind[] = [];

  inside(node: Node, look: Look, depth: number): void {
    for (const child of node.childNodes) {
      if (child.nodeType === Node.TEXT_NODE) this.#words(child.textContent ?? '', look);
      else if (child instanceof Element || isElement(child)) this.#element(child, look, depth + 1);
    }
  }

  #element(element: Element, look: Look, depth: number): void {
    const name = element.localName;
    const style = (element.getAttribute('style') ?? '').toLowerCase().replaceAll(/\s/g, '');
    if (skipped.has(name) || /display:none|visibility:hidden|mso-hide:all/.test(style)) return;
    if (name === 'br') {
      this.#break(false);
      return;
    }
    if (depth > DEEPEST) {
      this.#words(element.textContent ?? '', look);
      return;
    }
    // Word writes what begins an item as letters.
    if (style.includes('mso-list:ignore')) {
      this.#line().kind = /^[^\p{L}\p{N}]*\p{N}+[.)]/u.test(element.textContent ?? '') ? 'number' : 'bullet';
      return;
    }
    const inner = lookOf(element, style, look);
    if (name === 'li') {
      this.#break(false);
      this.#line().kind = this.#lists.at(-1) ?? 'bullet';
      this.inside(element, inner, depth);
      this.#break(false);
    } else if (paragraphs.has(name) || lines.has(name)) {
      const isList = name === 'ul' || name === 'ol';
      const begins = paragraphs.has(name);
      // A paragraph at the beginning of an item is the item.
      if (this.#line().runs.length > 0 || this.#line().kind === 'text') this.#break(begins);
      if (isList) this.#lists.push(name === 'ol' ? 'number' : 'bullet');
      this.inside(element, inner, depth);
      if (isList) this.#lists.pop();
      this.#break(begins);
    } else {
      this.inside(element, inner, depth);
      if (name === 'td' || name === 'th') this.#words(' ', look);
    }
  }

  #line(): Line {
    const last = this.lines.at(-1);
    if (last) return last;
    const first: Line = { kind: 'text', begins: true, runs: [] };
    this.lines.push(first);
    return first;
  }

  #break(begins: boolean): void {
    const line = this.#line();
    if (line.runs.some(({ text }) => text.trim() !== '')) {
      this.lines.push({ kind: 'text', begins, runs: [] });
    } else {
      line.begins ||= begins;
      line.kind = 'text';
      line.runs.length = 0;
    }
  }

  #words(written: string, look: Look): void {
    const { runs } = this.#line();
    const last = runs.at(-1);
    const text = written.replaceAll(/[\s\u200b]+/g, ' ');
    const words = last === undefined || last.text.endsWith(' ') ? text.trimStart() : text;
    if (words === '') return;
    if (last && isAlike(last, look)) runs[runs.length - 1] = { ...last, text: last.text + words };
    else runs.push({ ...look, text: words });
  }
}

/** Elements of another document are not instances of this one's class everywhere. */
function isElement(node: Node): node is Element {
  return node.nodeType === Node.ELEMENT_NODE;
}

function lookOf(element: Element, style: string, look: Look): Look {
  const name = element.localName;
  const weight = /font-weight:(bold|bolder|normal|lighter|\d+)/.exec(style)?.[1];
  const isBold = weight === undefined ? undefined : weight.startsWith('bold') || Number(weight) >= 600;
  const slant = /font-style:(italic|oblique|normal)/.exec(style)?.[1];
  const href = name === 'a' ? addressOf(element.getAttribute('href') ?? '') : null;
  return {
    bold: isBold ?? (look.bold || name === 'b' || name === 'strong'),
    italic: slant === undefined ? look.italic || name === 'i' || name === 'em' : slant !== 'normal',
    address: href !== null && isAddress(href) ? href : look.address,
  };
}

function isAlike(a: Look, b: Look): boolean {
  return a.bold === b.bold && a.italic === b.italic && a.address === b.address;
}

function write(all: readonly Line[]): string {
  let text = '';
  let before: Line | null = null;
  let number = 0;
  for (const line of all) {
    const words = lineOf(line.runs);
    if (words === '') continue;
    number = line.kind === 'number' ? (before?.kind === 'number' ? number + 1 : 1) : 0;
    const mark = line.kind === 'bullet' ? '- ' : line.kind === 'number' ? `${number}. ` : '';
    const isApart: boolean = line.kind === 'text' && (line.begins || before?.kind !== 'text');
    text += before === null ? '' : isApart ? '\n\n' : '\n';
    text += mark + words;
    before = line;
  }
  return text;
}

/** A line with its marks. What would be read as other marks is escaped, and only then. */
function lineOf(runs: readonly Run[]): string {
  const tidy = tidied(runs);
  const says = JSON.stringify(tidy);
  const escaped = (words: string): string => words.replaceAll(/[*[\]\\]/g, '\\$&');
  const tries = [marked(tidy, (words) => words), marked(tidy, escaped)];
  const read = (line: string): string => JSON.stringify(tidied(runsOf(parseLine(line), plainLook)));
  const words = escaped(tidy.map(({ text }) => text).join(''));
  // What begins with the mark of a list, and is none, stays one: that is how lists are written by hand.
  const line = tries.find((one) => read(one) === says) ?? words;
  return itemOf(line)?.number === null ? line : line.trim();
}

const plainLook: Look = { bold: false, italic: false, address: null };

/** What looks alike is one, and white space looks as what it stands between, where that looks alike. */
function tidied(runs: readonly Run[]): Run[] {
  const pieces = runs.flatMap((run) =>
    (run.text.match(/\s+|\S+(?:\s+\S+)*/g) ?? []).map((text) => ({ ...run, text })),
  );
  const whole: Run[] = [];
  pieces.forEach((piece, at) => {
    const [before, after] = [pieces[at - 1], pieces[at + 1]];
    const isSpace = piece.text.trim() === '';
    if (isSpace && !(before && after)) return;
    const look = isSpace && before && after ? common(common(before, after), piece) : piece;
    const last = whole.at(-1);
    if (last && isAlike(last, look)) whole[whole.length - 1] = { ...last, text: last.text + piece.text };
    else whole.push({ text: piece.text, bold: look.bold, italic: look.italic, address: look.address });
  });
  return whole;
}

function common(a: Look, b: Look): Look {
  return {
    bold: a.bold && b.bold,
    italic: a.italic && b.italic,
    address: a.address === b.address ? a.address : null,
  };
}

/** Links outermost, then bold, then italic. */
function marked(runs: readonly Run[], words: (text: string) => string): string {
  const italic = (some: readonly Run[]): string => some.map(({ text }) => words(text)).join('');
  const bold = (some: readonly Run[]): string =>
    grouped(some, 'italic', (on, part) => (on ? `*${italic(part)}*` : italic(part)));
  const link = (some: readonly Run[]): string =>
    grouped(some, 'bold', (on, part) => (on ? `**${bold(part)}**` : bold(part)));
  return grouped(runs, 'address', (address, part) => (address ? `[${link(part)}](${address})` : link(part)));
}

/** Runs after each other that have the same of something, each lot written. */
function grouped<K extends 'address' | 'bold' | 'italic'>(
  runs: readonly Run[],
  by: K,
  made: (is: Run[K], part: readonly Run[]) => string,
): string {
  const lots: { readonly is: Run[K]; readonly part: Run[] }[] = [];
  for (const run of runs) {
    const last = lots.at(-1);
    if (last?.is === run[by]) last.part.push(run);
    else lots.push({ is: run[by], part: [run] });
  }
  return lots.map(({ is, part }) => made(is, part)).join('');
}

function runsOf(inlines: readonly Inline[], look: Look): Run[] {
  return inlines.flatMap((one): Run[] => {
    if (one.inline === 'text') return [{ ...look, text: one.text }];
    if (one.inline === 'link') return runsOf(one.inlines, { ...look, address: one.address });
    return runsOf(one.inlines, { ...look, [one.inline]: true });
  });
}
