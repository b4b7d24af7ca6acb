import { describe, expect, it } from 'vitest';
import type { Item, ShownWhen } from '../../bindings';
import { isSection, walk } from '../../form/tree';
import { removal } from './condition/rules';
import { outline, placeAt, staying, topmost } from './outline';
import { copiedOf, countOf, type Found, found, keep, write } from './selection/clipboard';
import { hasRoom, isTooDeep, pasted } from './selection/paste';
import { Selection } from './selection/selection';
import { adding, type FormEdit, formWith, moving, oneStep, removing, takingBack } from './several';

const asks = (source: string): ShownWhen => ({
  combine: 'all',
  groups: [{ combine: 'all', tests: [{ item: source, comparison: { is: 'yes' } }] }],
});
const question = (id: string, shownWhen?: ShownWhen): Item => ({
  id,
  text: `Fråga ${id}?`,
  help: '',
  required: true,
  kind: { type: 'yesNo' },
  ...(shownWhen ? { shownWhen } : {}),
});
const section = (id: string, items: Item[]): Item => ({
  id,
  text: `Avsnitt ${id}`,
  help: '',
  required: false,
  kind: { type: 'section' },
  items,
});
/** a s(b t(c) d) e f, where c asks for a, e for b and f for e. */
const form: Item[] = [
  question('a'),
  section('s', [question('b'), section('t', [question('c', asks('a'))]), question('d')]),
  question('e', asks('b')),
  question('f', asks('e')),
];
const lines = outline(form);
const drawn = (items: readonly Item[]): string =>
  items.map((item) => (isSection(item) ? `${item.id}(${drawn(item.items ?? [])})` : item.id)).join('');
const chosen = (ids: string): readonly string[] => topmost(lines, new Set(ids)).map(({ id }) => id);
const gather = (ids: string, index: number): string =>
  drawn(formWith(form, moving(form, chosen(ids), placeAt(lines, chosen(ids), index))));

describe('several at once', () => {
  it('are those that stand in no other of them', () => {
    expect(chosen('fcsb')).toEqual(['s', 'f']);
    expect(chosen('cd')).toEqual(['c', 'd']);
  });

  it('are moved in their order to any place that stays', () => {
    expect(gather('ae', 0)).toBe('aes(bt(c)d)f');
    expect(gather('bdf', 1)).toBe('abdfs(t(c))e');
    expect(gather('fa', 1)).toBe('s(afbt(c)d)e');
    expect(gather('bcd', 7)).toBe('as(t())efbcd');
  });

  it('that lie right already are left alone', () => {
    expect(moving(form, ['e', 'f'], placeAt(lines, ['e', 'f'], 8))).toEqual([]);
    const [first, ...rest] = moving(form, ['a', 'e'], placeAt(lines, ['a', 'e'], 0));
    expect([first, rest]).toEqual([{ edit: 'moveItem', id: 'e', to: 1 }, []]);
  });

  it('are taken back to exactly what was, whatever was done', () => {
    const all = ['a', 'b', 't', 's', 'd', 'e', 'f', 'c'];
    const ways: readonly (readonly FormEdit[])[] = all.flatMap((one) =>
      all.flatMap((other) => {
        const ids = chosen(one + other);
        const stay = staying(lines, ids);
        return [
          removing(ids),
          removal(form, ids, 'show'),
          removal(form, ids, 'remove'),
          ...stay.map((_, index) => moving(form, ids, placeAt(lines, ids, index))),
          adding(
            pasted(
              form,
              topmost(lines, new Set(ids)).map(({ item }) => item),
            ).items,
            placeAt(lines, [], 3),
          ),
        ];
      }),
    );
    for (const edits of ways) {
      const after = formWith(form, edits);
      expect(formWith(after, takingBack(form, edits))).toEqual(form);
    }
    expect(ways.some((edits) => edits.length > 2)).toBe(true);
  });

  it('take those along that depend on them, and no others', () => {
    expect(drawn(formWith(form, removal(form, ['b', 'd'], 'remove')))).toBe('as(t(c))');
    const shown = formWith(form, removal(form, ['s'], 'show'));
    expect(shown.map(({ id, shownWhen }) => [id, shownWhen !== undefined])).toEqual([
      ['a', false],
      ['e', false],
      ['f', true],
    ]);
  });

  it('are one step, and one alone keeps its name', () => {
    expect(oneStep(removing(['a']))).toEqual({ edit: 'removeItem', id: 'a' });
    expect(oneStep(removing(['a', 'b'])).edit).toBe('several');
  });
});

describe('what is pasted', () => {
  it('asks for its own, for what is here, and for nothing else', () => {
    const [, there = question('s'), asking = question('e')] = form;
    const inTheSame = pasted(form, [there, asking]);
    expect(inTheSame.conditions).toBe(0);
    const [copy, depending] = inTheSame.items;
    expect(depending?.shownWhen).toEqual(asks(copy?.items?.[0]?.id ?? ''));
    expect(copy?.items?.[1]?.items?.[0]?.shownWhen).toEqual(asks('a'));
    const elsewhere = pasted([question('x')], [there, asking]);
    expect(elsewhere.conditions).toBe(1);
    expect(walk(elsewhere.items).filter(({ shownWhen }) => shownWhen)).toHaveLength(1);
    const ids = walk([...form, ...elsewhere.items]).map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('keeps the other demands of a condition', () => {
    const tests = [...(asks('a').groups[0]?.tests ?? []), ...(asks('gone').groups[0]?.tests ?? [])];
    const both: ShownWhen = { combine: 'all', groups: [{ combine: 'any', tests }] };
    const { items, conditions } = pasted(form, [question('x', both)]);
    expect([conditions, items[0]?.shownWhen]).toEqual([
      1,
      { combine: 'all', groups: [{ combine: 'any', tests: asks('a').groups[0]?.tests }] },
    ]);
  });

  it('goes in only where the core would take it', () => {
    const many = Array.from({ length: 1_990 }, (_, at) => question(`q${at}`));
    expect(hasRoom(form, many)).toBe(true);
    expect(hasRoom(form, [...many, ...form.slice(0, 3)])).toBe(false);
    expect(hasRoom([], [{ ...question('x'), text: 'å'.repeat(20_001) }])).toBe(false);
    const deep = Array.from({ length: 11 }).reduce<Item>(
      (inner, _, at) => section(`d${at}`, [inner]),
      question('x'),
    );
    expect(isTooDeep(lines, [deep], { section: 's', at: 0 })).toBe(false);
    expect(isTooDeep(lines, [deep], { section: 't', at: 0 })).toBe(true);
  });
});

describe('the clipboard', () => {
  class Data {
    readonly types = new Map<string, string>();
    setData(type: string, data: string): void {
      this.types.set(type, data);
    }
    getData(type: string): string {
      return this.types.get(type) ?? '';
    }
  }
  const data = (): Data & DataTransfer => new Data() as unknown as Data & DataTransfer;
  const read = (from: Data & DataTransfer): Found => found(from);

  it('holds words for others and our own data for us', () => {
    const choice: Item = {
      ...question('x'),
      text: 'Hur ofta?',
      kind: { type: 'singleChoice', options: [{ id: 'o', text: 'Varje dag' }] },
    };
    const copied = copiedOf([section('s', [question('b'), choice]), question('a')]);
    expect(copied.text).toBe('Avsnitt s\n1. Fråga b?\n2. Hur ofta?\n   – Varje dag\n3. Fråga a?');
    expect(countOf(copied.items)).toBe(4);
    const lies = data();
    expect(write(lies, copied)).toBe(true);
    expect(lies.getData('text/plain')).toBe(copied.text);
    expect(read(lies)).toEqual({ own: JSON.stringify({ format: 'budkavle-items-1', items: copied.items }) });
  });

  it('gives back what this window copied where only the text comes along', () => {
    const copied = copiedOf([question('a'), question('b')]);
    const lies = data();
    lies.setData('text/plain', copied.text.replaceAll('\n', '\r\n'));
    expect('text' in read(lies)).toBe(true);
    keep(copied);
    expect(read(lies)).toEqual({ kept: copied });
    lies.setData('text/plain', 'Annat');
    expect(read(lies)).toEqual({ text: 'Annat' });
    keep(null);
  });

  it('says when the system takes nothing', () => {
    const refusing = data();
    refusing.setData = () => {
      throw new Error('not allowed');
    };
    expect([write(refusing, copiedOf(form)), write(null, copiedOf(form))]).toEqual([false, false]);
  });
});

describe('a selection', () => {
  const made = (...acts: ((selection: Selection) => void)[]): string => {
    const selection = new Selection();
    selection.settle(lines);
    for (const act of acts) act(selection);
    return [...selection.selected().ids].sort().join('');
  };

  it('takes a section whole, and lets go of it with what it holds', () => {
    expect(made((one) => one.toggle('s'))).toBe('bcdst');
    expect(
      made(
        (one) => one.toggle('s'),
        (one) => one.toggle('s'),
      ),
    ).toBe('');
    // Without one of its own the section does not go whole.
    expect(
      made(
        (one) => one.toggle('s'),
        (one) => one.toggle('c'),
      ),
    ).toBe('bd');
  });

  it('goes on with Shift from the last, both ways, and takes of a section only what is in between', () => {
    expect(
      made(
        (one) => one.toggle('a'),
        (one) => one.extendTo('b'),
      ),
    ).toBe('ab');
    expect(
      made(
        (one) => one.toggle('e'),
        (one) => one.extendTo('t'),
      ),
    ).toBe('cdet');
    expect(
      made(
        (one) => one.toggle('a'),
        (one) => one.extendTo('e'),
      ),
    ).toBe('abcdest');
    expect(made((one) => one.extendTo('d'))).toBe('d');
    expect(made((one) => one.all())).toBe('abcdefst');
  });

  it('follows the form', () => {
    const after = [section('s', [question('b'), question('new')])];
    expect(
      made(
        (one) => one.toggle('s'),
        (one) => one.toggle('a'),
        (one) => one.settle(outline(after)),
      ),
    ).toBe('bnews');
  });

  it('tells only those who hear of a change', () => {
    const selection = new Selection();
    selection.settle(lines);
    let told = 0;
    selection.subscribe(() => {
      told += 1;
    });
    selection.toggle('a');
    selection.extendTo('a');
    selection.settle([...lines]);
    expect([told, selection.selected().said]).toEqual([1, '1 markerad']);
  });
});
