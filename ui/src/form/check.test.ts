import { describe, expect, it } from 'vitest';
import type { Answer, ItemKind } from '../bindings';
import { everyKind, item } from '../testing/fakeInbox';
import { type Answers, toSend, withAnswer } from './answers';
import { check } from './check';

function faultOf(kind: ItemKind, answer: Answer | null, required = false): string | undefined {
  const answers = withAnswer({}, 'q', answer);
  return check([item('q', 'Fråga', kind, { required })], answers, {})[0]?.fault;
}

const weight: ItemKind = { type: 'number', unit: 'kg', min: '20', max: '300.5', decimals: 1 };
const number = (value: string): Answer => ({ type: 'number', value });

describe('a number', () => {
  it.each(['72,5', '72.5', ' 1 00 ', '300,5', '20', '72,50'])('may be written %j', (text) => {
    expect(faultOf(weight, number(text))).toBeUndefined();
  });

  it.each([
    ['tung', 'notANumber'],
    ['1,', 'notANumber'],
    [',5', 'notANumber'],
    ['1e2', 'notANumber'],
    ['72,55', 'tooManyDecimals'],
    ['19,9', 'tooSmall'],
    ['\u221225', 'tooSmall'],
    ['300,6', 'tooLarge'],
  ])('%j is %s', (text, fault) => {
    expect(faultOf(weight, number(text))).toBe(fault);
  });
});

describe('an answer', () => {
  it('is missing when it is required and says nothing', () => {
    const missing = check(everyKind, { long: { type: 'text', value: '  ' } }, {});
    expect(missing.map((problem) => problem.fault)).toEqual(Array(9).fill('missing'));
    expect(missing.map((problem) => problem.item)).not.toContain('info');
    expect(missing.map((problem) => problem.item)).not.toContain('short');
  });

  it('may have as many characters as are allowed, each counted once', () => {
    const text = (value: string): Answer => ({ type: 'text', value });
    expect(faultOf({ type: 'shortText', maxLength: 3 }, text(' å😀ö '))).toBeUndefined();
    expect(faultOf({ type: 'shortText', maxLength: 3 }, text('fyra'))).toBe('tooLong');
  });

  it('is a date that exists', () => {
    expect(faultOf({ type: 'date' }, { type: 'date', value: '2026-02-30' })).toBe('notADate');
    expect(faultOf({ type: 'date' }, { type: 'date', value: '1 nov 2026' })).toBeUndefined();
  });

  it('is one of the alternatives', () => {
    const kind: ItemKind = { type: 'singleChoice', options: [{ id: 'a', text: 'A' }] };
    expect(faultOf(kind, { type: 'choice', value: 'b' })).toBe('wrongKind');
    expect(faultOf(kind, { type: 'choice', value: 'a' })).toBeUndefined();
  });

  it('has no more files than the question takes', () => {
    const form = [item('f', 'Bild', { type: 'attachment', maxFiles: 2 })];
    expect(check(form, {}, {})).toEqual([{ item: 'f', fault: 'missing' }]);
    expect(check(form, {}, { f: 2 })).toEqual([]);
    expect(check(form, {}, { f: 3 })).toEqual([{ item: 'f', fault: 'tooManyFiles' }]);
  });
});

describe('what is sent', () => {
  it('holds what the form asks for and nothing empty, dates in full', () => {
    const answers: Answers = {
      long: { type: 'text', value: ' ' },
      since: { type: 'date', value: '1 nov 2026' },
      many: { type: 'choices', value: [] },
      sure: { type: 'confirmed', value: false },
      yesNo: { type: 'yesNo', value: false },
      stranger: { type: 'text', value: 'kvar från förr' },
    };
    expect(toSend(everyKind, answers)).toEqual({
      since: { type: 'date', value: '2026-11-01' },
      yesNo: { type: 'yesNo', value: false },
    });
  });
});
