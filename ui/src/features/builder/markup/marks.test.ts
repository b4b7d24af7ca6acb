import { describe, expect, it } from 'vitest';
import { plain } from '../../../form/markup';
import { addressOf, linkAt, putLink, removeLink, type Selected, toggleEmphasis, toggleList } from './marks';

/** A text with `‹` and `›` around what is selected, or `|` where the caret stands. */
function selected(written: string): Selected {
  const text = written.replaceAll(/[‹›|]/g, '');
  const start = written.search(/[‹|]/);
  return { text, start, end: written.includes('›') ? written.indexOf('›') - 1 : start };
}

function shown({ text, start, end }: Selected): string {
  if (start === end) return `${text.slice(0, start)}|${text.slice(start)}`;
  return `${text.slice(0, start)}‹${text.slice(start, end)}›${text.slice(end)}`;
}

describe('the buttons of a text', () => {
  const emphasis: readonly (readonly ['bold' | 'italic', string, string])[] = [
    ['bold', 'Kom ‹fastande›.', 'Kom **‹fastande›**.'],
    ['bold', 'Kom **‹fastande›**.', 'Kom ‹fastande›.'],
    ['bold', 'Kom ‹**fastande**›.', 'Kom ‹fastande›.'],
    ['bold', 'Kom fast|ande.', 'Kom **‹fastande›**.'],
    ['bold', 'Kom | nu', 'Kom **|** nu'],
    ['bold', 'Kom‹ fastande ›nu', 'Kom **‹fastande›** nu'],
    ['italic', '**‹fet›**', '***‹fet›***'],
    ['italic', '***‹fet›***', '**‹fet›**'],
    ['bold', '***‹fet›***', '*‹fet›*'],
    ['bold', '‹- ett\n- två›', '- **‹ett**\n- **två›**'],
    ['bold', '- **‹ett**\n- **två›**', '- ‹ett\n- två›'],
  ];
  it.each(emphasis)('%s: %s becomes %s', (kind, before, after) => {
    expect(shown(toggleEmphasis(selected(before), kind))).toBe(after);
  });

  const lists: readonly (readonly ['bullets' | 'numbers', string, string])[] = [
    ['bullets', 'Ta:\n‹pass\nkort›\nHej', 'Ta:\n‹- pass\n- kort›\nHej'],
    ['bullets', '‹- pass\n- kort›', '‹pass\nkort›'],
    ['numbers', '‹- pass\n\n- kort›', '‹1. pass\n\n2. kort›'],
    ['bullets', 'pa|ss', '- pa|ss'],
    ['bullets', '|', '- |'],
    ['numbers', '1. pa|ss', 'pa|ss'],
  ];
  it.each(lists)('%s: %s becomes %s', (kind, before, after) => {
    expect(shown(toggleList(selected(before), kind))).toBe(after);
  });

  it('put a link around words, change it, and leave its words', () => {
    const linked = putLink(selected('Läs ‹mer› nu'), 'mer', 'https://www.1177.se/');
    expect(shown(linked)).toBe('Läs [mer](https://www.1177.se/)| nu');
    const inside = { ...linked, start: 6, end: 6 };
    expect(linkAt(inside)?.address).toBe('https://www.1177.se/');
    expect(putLink(inside, 'om järn', 'tel:112').text).toBe('Läs [om järn](tel:112) nu');
    expect(removeLink(inside).text).toBe('Läs mer nu');
    expect(plain(putLink(selected('|'), 'a [b] c', 'tel:1').text)).toBe('a [b] c');
  });
});

describe('an address', () => {
  it.each([
    ['www.1177.se/järn', 'https://www.1177.se/j%C3%A4rn'],
    ['https://sv.wikipedia.org/wiki/A_(b)', 'https://sv.wikipedia.org/wiki/A_%28b%29'],
    ['0480-448 00', 'tel:0480-44800'],
    ['tel:+46 480 448 00', 'tel:+4648044800'],
    ['namn@exempel.se', 'mailto:namn@exempel.se'],
    ['http://www.1177.se', null],
    ['javascript:alert(1)', null],
    ['JaVaScRiPt:alert(1)', null],
    ['data:text/html,x', null],
    ['https://1177.se@ont.example', null],
    ['//ont.example', null],
    ['mailto:a@b.se?bcc=c@d.se', null],
    ['file:///etc/passwd', null],
    ['ord', null],
    ['', null],
  ])('%s leads to %s', (written, address) => {
    expect(addressOf(written)).toBe(address);
  });
});
