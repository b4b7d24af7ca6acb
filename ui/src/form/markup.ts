/** A part of a line; none stands in one of its own kind. As `domain/src/text` has it. */
export type Inline =
  | { readonly inline: 'text'; readonly text: string }
  | { readonly inline: 'bold'; readonly inlines: readonly Inline[] }
  | { readonly inline: 'italic'; readonly inlines: readonly Inline[] }
  | { readonly inline: 'link'; readonly address: string; readonly inlines: readonly Inline[] };

/** A part of a text that stands by itself. */
export type Block =
  | { readonly block: 'paragraph'; readonly inlines: readonly Inline[] }
  | { readonly block: 'list'; readonly ordered: boolean; readonly items: readonly (readonly Inline[])[] };

interface Reading {
  readonly blocks: readonly Block[];
  /** Whether anything is a mark: without one the text is shown exactly as it is written. */
  readonly hasMarks: boolean;
}

/** White space, as the core has it: what else is white differs between the two languages. */
const blank = ' \t\r\u00a0';

/** What is shown of a text. The core reads it in the same way (`domain/src/text`), and the cases in `bindings/markup.json` hold this to it. */
export function parse(text: string): readonly Block[] {
  return read(text).blocks;
}

/** The words without the marks, for where nothing can be bold. A list keeps its lines and what begins them. */
export function plain(text: string): string {
  const { blocks, hasMarks } = read(text);
  if (!hasMarks) return text;
  return blocks.reduce((words, block) => {
    if (block.block === 'paragraph') return `${words}${words === '' ? '' : '\n\n'}${wordsOf(block.inlines)}`;
    const items = block.items.map((item, at) => `${block.ordered ? `${at + 1}. ` : '- '}${wordsOf(item)}`);
    return `${words}${words === '' ? '' : '\n'}${items.join('\n')}`;
  }, '');
}

/** The words of a line. */
export function wordsOf(inlines: readonly Inline[]): string {
  return inlines.map((one) => (one.inline === 'text' ? one.text : wordsOf(one.inlines))).join('');
}

/** Whether a link may lead there: a page over HTTPS without a name before its host, a telephone number, or an e-mail address. */
export function isAddress(address: string): boolean {
  return (
    address.length <= 2000 &&
    /^[-A-Za-z0-9._~:/?#@!$&+,;=%]*$/.test(address) &&
    (/^https:\/\/[A-Za-z0-9][-A-Za-z0-9.]*(:[0-9]{1,5})?([/?#]|$)/.test(address) ||
      /^tel:\+?[0-9][-0-9]*$/.test(address) ||
      /^mailto:[-A-Za-z0-9._+]+@[A-Za-z0-9][-A-Za-z0-9.]*$/.test(address))
  );
}

/** What stands in one line, which begins no list. */
export function parseLine(line: string): readonly Inline[] {
  return new InlineReader().read(line);
}

interface ItemLine {
  /** `null` of a bullet. */
  readonly number: number | null;
  readonly rest: string;
}

/** What a line that begins as an item of a list is. Whether it is one depends on what stands above. */
export function itemOf(line: string): ItemLine | null {
  const [, mark = '', rest = ''] = /^(- |[1-9][0-9]{0,2}\. )([\s\S]*)$/.exec(line) ?? [];
  const words = trimmed(rest);
  if (words === '') return null;
  return { number: mark === '- ' ? null : Number.parseInt(mark, 10), rest: words };
}

function trimmed(text: string): string {
  let [start, end] = [0, text.length];
  while (start < end && blank.includes(text.charAt(start))) start += 1;
  while (end > start && blank.includes(text.charAt(end - 1))) end -= 1;
  return text.slice(start, end);
}

function read(text: string): Reading {
  const blocks: Block[] = [];
  let hasMarks = false;
  let paragraph: string[] = [];
  let list: { readonly ordered: boolean; readonly items: (readonly Inline[])[] } | null = null;
  const lineOf = (line: string): readonly Inline[] => {
    const inline = new InlineReader();
    const inlines = inline.read(line);
    hasMarks ||= inline.hasMarks;
    return inlines;
  };
  const endParagraph = (): void => {
    if (paragraph.length > 0) blocks.push({ block: 'paragraph', inlines: lineOf(paragraph.join('\n')) });
    paragraph = [];
  };
  for (const line of text.split('\n')) {
    const item = itemOf(line);
    if (trimmed(line) === '') {
      endParagraph();
    } else if (item && list && item.number === (list.ordered ? list.items.length + 1 : null)) {
      list.items.push(lineOf(item.rest));
    } else if (item && (item.number ?? 1) === 1) {
      endParagraph();
      list = { ordered: item.number !== null, items: [lineOf(item.rest)] };
      blocks.push({ block: 'list', ...list });
      hasMarks = true;
    } else {
      list = null;
      paragraph.push(line);
    }
  }
  endParagraph();
  return { blocks, hasMarks };
}

type Mark = 'bold' | 'italic' | 'link';

const written: Record<Mark, string> = { bold: '**', italic: '*', link: '[' };
const stars: Readonly<Record<number, readonly Mark[]>> = {
  1: ['italic'],
  2: ['bold'],
  3: ['bold', 'italic'],
};

interface Open {
  mark: Mark;
  readonly inlines: Inline[];
}

/** Reads marks within a paragraph or an item. Each is open once at most. */
class InlineReader {
  hasMarks = false;
  /** Marks that nothing has closed yet, the outermost first, each with what stands in it. */
  readonly #open: Open[] = [];
  readonly #whole: Inline[] = [];

  read(lines: string): readonly Inline[] {
    const sign = /\\[\s\S]?|\*+|\[|\]|[^\\*[\]]+/g;
    for (let found = sign.exec(lines); found; found = sign.exec(lines)) {
      const [text] = found;
      const first = text.charAt(0);
      if (first === '\\') {
        const isEscape = /^\\[!-/:-@[-`{-~]$/.test(text);
        this.hasMarks ||= isEscape;
        // What is no escape begins something of its own.
        if (!isEscape) sign.lastIndex = found.index + 1;
        this.#text(isEscape ? text.slice(1) : '\\');
      } else if (first === '*') this.#stars(lines, found.index, text.length);
      else if (first === '[') this.#bracket();
      else if (first === ']') sign.lastIndex += this.#endBracket(lines, found.index + 1);
      else this.#text(text);
    }
    while (this.#open.length > 0) this.#dissolve(this.#open.length - 1);
    return this.#whole;
  }

  #stars(lines: string, at: number, count: number): void {
    const isSolid = (sign: string): boolean => sign !== '' && sign !== '\n' && !blank.includes(sign);
    const opens = isSolid(lines.charAt(at + count));
    const closes = isSolid(at === 0 ? '' : lines.charAt(at - 1));
    const marks = stars[count] ?? [];
    const areOpen = marks.filter((mark) => this.#place(mark) !== -1).length;
    if (closes && marks.length > 0 && areOpen === marks.length) {
      for (const mark of [...marks].sort((a, b) => this.#place(b) - this.#place(a))) this.#close(mark, '');
    } else if (opens && marks.length > 0 && areOpen === 0) {
      this.#open.push(...marks.map((mark) => ({ mark, inlines: [] })));
    } else this.#text('*'.repeat(count));
  }

  #bracket(): void {
    if (this.#place('link') === -1) this.#open.push({ mark: 'link', inlines: [] });
    else this.#text('[');
  }

  /** How much of what follows was the address. */
  #endBracket(lines: string, at: number): number {
    const place = this.#place('link');
    if (place !== -1) {
      const hasWords = place + 1 < this.#open.length || this.#open[place]?.inlines.length !== 0;
      const bracket = /\(([-A-Za-z0-9._~:/?#@!$&+,;=%]*)\)/y;
      bracket.lastIndex = at;
      const [whole = '', address = ''] = bracket.exec(lines) ?? [];
      if (hasWords && whole !== '' && isAddress(address)) {
        this.#close('link', address);
        return whole.length;
      }
      this.#dissolve(place);
    }
    this.#text(']');
    return 0;
  }

  #place(mark: Mark): number {
    return this.#open.findIndex((open) => open.mark === mark);
  }

  #inside(place: number): Inline[] {
    return this.#open[place]?.inlines ?? this.#whole;
  }

  #text(words: string): void {
    put(this.#inside(this.#open.length - 1), words);
  }

  /** Closes a mark that is open. What is open in it was none. */
  #close(mark: Mark, address: string): void {
    const [below, top] = [this.#open.at(-2), this.#open.at(-1)];
    // Of three stars each may be closed first.
    if (below?.mark === mark && mark !== 'link' && top && top.mark !== 'link' && below.inlines.length === 0) {
      [below.mark, top.mark] = [top.mark, below.mark];
    }
    while (this.#open.length > 0 && this.#open.at(-1)?.mark !== mark) this.#dissolve(this.#open.length - 1);
    const inlines = this.#open.pop()?.inlines ?? [];
    this.hasMarks = true;
    this.#inside(this.#open.length - 1).push(
      mark === 'link' ? { inline: 'link', address, inlines } : { inline: mark, inlines },
    );
  }

  /** A mark that is none is shown as it is written, and what stands in it stands outside. */
  #dissolve(place: number): void {
    for (const { mark, inlines } of this.#open.splice(place, 1)) {
      const to = this.#inside(place - 1);
      put(to, written[mark]);
      for (const one of inlines) {
        if (one.inline === 'text') put(to, one.text);
        else to.push(one);
      }
    }
  }
}

function put(to: Inline[], words: string): void {
  const last = to.at(-1);
  if (last?.inline === 'text') to[to.length - 1] = { inline: 'text', text: last.text + words };
  else to.push({ inline: 'text', text: words });
}
