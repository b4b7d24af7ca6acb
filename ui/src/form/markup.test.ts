import { describe, expect, it } from 'vitest';
import cases from '../bindings/markup.json';
import { parse, plain } from './markup';

describe('marks in a text', () => {
  it('are read as the core reads them', () => {
    for (const { text, blocks, plain: words } of cases) {
      expect(parse(text), text).toEqual(blocks);
      expect(plain(text), text).toBe(words);
    }
  });

  it('are read in no time, however many are unclosed', () => {
    for (const part of ['**a ', '[a](https://a', '***a* [', '- *a\n', '](', '**a*[b](x) ']) {
      const began = performance.now();
      parse(part.repeat(20_000 / part.length));
      expect(performance.now() - began, part).toBeLessThan(2000);
    }
  });
});
