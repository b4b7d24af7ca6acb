import { describe, expect, it } from 'vitest';
import type { Item } from '../../bindings';
import { type Overtaken, overtaken, sourcesFor } from './condition/rules';
import { copiesOf } from './make';
import { itemLines, outline, placeAt, placeInWords } from './outline';
import { understood } from './QuickAdd';
import { formWith, moving } from './several';

const item = (id: string, kind: Item['kind'] = { type: 'yesNo' }, items?: Item[]): Item => ({
  id,
  text: id,
  help: '',
  required: false,
  kind,
  ...(items ? { items } : {}),
});
const form = [item('a'), item('s', { type: 'section' }, [item('b'), item('c')]), item('d')];
const lines = outline(form);
/** The form as letters: a section in brackets. */
const drawn = (items: readonly Item[]): string =>
  items
    .map(({ id, kind, items: inside }) => (kind.type === 'section' ? `${id}(${drawn(inside ?? [])})` : id))
    .join('');
const moved = (id: string, index: number): string =>
  drawn(formWith(form, moving(form, [id], placeAt(lines, [id], index))));

describe('the form line by line', () => {
  it('names and numbers what it holds', () => {
    expect(lines.map(({ name, isEnd, depth }) => `${depth}${isEnd ? '/' : ''}${name}`)).toEqual([
      '0Fråga 1',
      '0Avsnitt 1',
      '1Fråga 2',
      '1Fråga 3',
      '0/Avsnitt 1',
      '0Fråga 4',
    ]);
    expect(lines.map(({ block }) => block)).toEqual([1, 4, 1, 1, 1, 1]);
  });

  it('has a place for every line, in and out of sections', () => {
    expect([0, 1, 2, 3, 4, 5].map((index) => moved('a', index))).toEqual([
      'as(bc)d',
      's(abc)d',
      's(bac)d',
      's(bca)d',
      's(bc)ad',
      's(bc)da',
    ]);
    expect([0, 1, 2].map((index) => moved('s', index))).toEqual(['s(bc)ad', 'as(bc)d', 'ads(bc)']);
    expect(moved('c', 5)).toBe('as(b)dc');
  });

  it('says a place as what stands there will be called', () => {
    expect(placeInWords(lines, 'a', 0)).toBe('fråga 1 av 4');
    expect(placeInWords(lines, 'a', 3)).toBe('fråga 3 i Avsnitt 1');
    expect(placeInWords(lines, 's', 2)).toBe('avsnitt 1 av 1');
    expect(placeInWords(lines, null, 6)).toBe('fråga 5 av 5');
  });
});

describe('a question that others depend on', () => {
  const asks = (source: string): Item['shownWhen'] & object => ({
    combine: 'all',
    groups: [{ combine: 'all', tests: [{ item: source, comparison: { is: 'yes' } }] }],
  });
  const dependent: Item = { ...item('b'), shownWhen: asks('a') };
  const also: Item = { ...item('d'), shownWhen: asks('a') };
  const depending = [item('a'), item('s', { type: 'section' }, [dependent, item('c')]), also, item('e')];

  const all = outline(depending);
  const names = (found: readonly { readonly id: string }[]): string => found.map(({ id }) => id).join('');
  const along = (form: readonly Item[], found: Overtaken): string => {
    const { ids, index } = found.along;
    return drawn(formWith(form, moving(form, ids, placeAt(outline(form), ids, index))));
  };

  it('overtakes those that come before its new place, and only those', () => {
    const named = (index: number): string => names(overtaken(all, { ids: ['a'], index }).dependents);
    expect([0, 2, 6].map(named)).toEqual(['', 'b', 'bd']);
    expect(overtaken(all, { ids: ['e'], index: 0 }).dependents).toEqual([]);
  });

  it('takes them along in their order', () => {
    expect(along(depending, overtaken(all, { ids: ['a'], index: 6 }))).toBe('s(c)eabd');
  });

  it('takes along what depends on them in turn, and several go together', () => {
    const chain = [
      item('a'),
      item('x'),
      { ...item('b'), shownWhen: asks('a') },
      { ...item('c'), shownWhen: asks('b') },
      item('e'),
    ];
    const found = overtaken(outline(chain), { ids: ['a', 'x'], index: 3 });
    expect(names(found.dependents)).toBe('bc');
    expect(along(chain, found)).toBe('eaxbc');
  });

  it('leaves the section that it goes into, or comes out of, where it is', () => {
    const into = [item('a'), { ...item('s', { type: 'section' }, [item('b')]), shownWhen: asks('a') }];
    const found = overtaken(outline(into), { ids: ['a'], index: 1 });
    expect([names(found.dependents), names(found.stuck)]).toEqual(['', 's']);
    expect(along(into, found)).toBe('s(ab)');
  });
});

describe('what can be asked for', () => {
  it('comes before, outside rows or in the same, and is not the section that one stands in', () => {
    const rows = (id: string, items: Item[]): Item =>
      item(id, { type: 'repeatedSection', row: '', maxRows: 3 }, items);
    const all = itemLines(outline([item('a'), rows('r', [item('b'), item('c')]), item('d')]));
    const asked = (id: string): string => {
      const line = all.find((one) => one.id === id);
      return line
        ? sourcesFor(all, line)
            .map((one) => one.id)
            .join('')
        : '';
    };
    expect([asked('b'), asked('c'), asked('d')]).toEqual(['a', 'ab', 'ar']);
  });
});

describe('a copy of a section', () => {
  it('asks for its own, and for others what they asked for', () => {
    const asks = (source: string): Item['shownWhen'] & object => ({
      combine: 'all',
      groups: [{ combine: 'all', tests: [{ item: source, comparison: { is: 'yes' } }] }],
    });
    const inside: Item = { ...item('c'), shownWhen: asks('b') };
    const section: Item = { ...item('s', { type: 'section' }, [item('b'), inside]), shownWhen: asks('a') };
    const [copy = section] = copiesOf([section]);
    const source = (of: Item | undefined): string | undefined => of?.shownWhen?.groups[0]?.tests[0]?.item;
    expect(source(copy.items?.[1])).toBe(copy.items?.[0]?.id);
    expect(source(copy)).toBe('a');
    expect([copy.id, ...(copy.items ?? []).map(({ id }) => id)].some((id) => 'sbc'.includes(id))).toBe(false);
  });
});

describe('a question typed in one line', () => {
  it.each([
    ['Hur mår du?', 'longText', 'Hur mår du?'],
    ['/datum När föll du?', 'date', 'När föll du?'],
    ['/dat När föll du?', 'date', 'När föll du?'],
    ['/datum och klockslag När?', 'dateTime', 'När?'],
    ['/ja/nej Har du ont?', 'yesNo', 'Har du ont?'],
    ['/skala', 'scale', ''],
    ['/okänd fråga', 'longText', '/okänd fråga'],
  ])('%s', (typed, kind, text) => {
    expect(understood(typed)).toEqual({ kind, text });
  });
});
