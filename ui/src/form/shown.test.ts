import { describe, expect, it } from 'vitest';
import type { Item, ItemId, RowId } from '../bindings';
import cases from '../bindings/conditions.json';
import { type Answers, toSend } from './answers';
import { check } from './check';
import { shownIn } from './shown';

/** Made by the core, whose verdict counts. */
interface Case {
  readonly form: readonly Item[];
  readonly answers: Answers;
  readonly shown: readonly (readonly [RowId | null, ItemId])[];
}

describe('what is shown', () => {
  it.each((cases as Case[]).map((one, at) => [at, one] as const))(
    'is what the core shows in case %i',
    (_, { form, answers, shown }) => {
      const sorted = (entries: readonly (readonly [RowId | null, ItemId])[]): readonly string[] =>
        entries.map((entry) => entry.join(' ')).sort();
      expect(sorted(shownIn(form, answers).entries())).toEqual(sorted(shown));
    },
  );

  it('alone is asked for and sent', () => {
    const item = (id: string, more: Partial<Item>): Item => ({
      id,
      text: id,
      help: '',
      required: true,
      kind: { type: 'yesNo' },
      ...more,
    });
    const onNo = {
      combine: 'all',
      groups: [{ combine: 'all', tests: [{ item: 'a', comparison: { is: 'no' } }] }],
    } as const;
    const form = [item('a', {}), item('b', { shownWhen: structuredClone(onNo) as never })];
    const yes: Answers = { a: { type: 'yesNo', value: true }, b: { type: 'yesNo', value: true } };
    const no: Answers = { a: { type: 'yesNo', value: false } };
    expect(Object.keys(toSend(form, yes))).toEqual(['a']);
    expect(check(form, yes, {})).toEqual([]);
    expect(check(form, no, {})).toEqual([{ item: 'b', fault: 'missing' }]);
  });
});
