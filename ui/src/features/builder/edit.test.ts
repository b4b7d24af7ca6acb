import { describe, expect, it } from 'vitest';
import type { BodyPart, Edit, Item, TemplateContent } from '../../bindings';
import cases from '../../bindings/edits.json';
import { apply } from './edit';
import { copiesOf, kinds, newItem } from './make';

const question = (id: string, text = id): Item => ({
  id,
  text,
  help: '',
  required: true,
  kind: { type: 'yesNo' },
});

const choice: Item = {
  ...question('c'),
  kind: {
    type: 'singleChoice',
    options: [
      { id: 'o1', text: 'Varje dag' },
      { id: 'o2', text: 'Ibland' },
      { id: 'o3', text: 'Aldrig' },
    ],
  },
};

const hello: BodyPart = { part: 'text', id: 't', text: 'Hej' };
const slot: BodyPart = { part: 'slot', id: 's', label: 'Ordination', required: true };
const added: BodyPart = { part: 'text', id: 'u', text: '' };
const rewritten: BodyPart = { part: 'text', id: 't', text: 'Hej du' };

const content: TemplateContent = {
  name: 'Ordination järn',
  handlerInstruction: '',
  purpose: '',
  answerUse: '',
  contact: '',
  body: [hello, slot],
  answerable: true,
  form: [question('a'), question('b'), choice],
};

const order = ({ form }: TemplateContent): string => form.map(({ id }) => id).join('');
const optionOrder = ({ form }: TemplateContent): string =>
  form.flatMap(({ kind }) => ('options' in kind ? kind.options.map(({ id }) => id) : [])).join(' ');

/** Each with what it makes of the content. */
const edits: readonly (readonly [Edit, Partial<TemplateContent>])[] = [
  [{ edit: 'write', field: 'purpose', text: 'Ny ordination' }, { purpose: 'Ny ordination' }],
  [{ edit: 'allowAnswers', answerable: false }, { answerable: false }],
  [{ edit: 'addPart', part: added, at: 1 }, { body: [hello, added, slot] }],
  [{ edit: 'changePart', part: rewritten }, { body: [rewritten, slot] }],
  [{ edit: 'movePart', id: 's', to: 0 }, { body: [slot, hello] }],
  [{ edit: 'removePart', id: 't' }, { body: [slot] }],
  [
    { edit: 'addItem', item: question('n'), at: 1 },
    { form: [question('a'), question('n'), question('b'), choice] },
  ],
  [
    { edit: 'changeItem', id: 'b', change: { text: 'Mår du bra?', required: false } },
    { form: [question('a'), { ...question('b', 'Mår du bra?'), required: false }, choice] },
  ],
  [{ edit: 'moveItem', id: 'a', to: 2 }, { form: [question('b'), choice, question('a')] }],
  [{ edit: 'removeItem', id: 'b' }, { form: [question('a'), choice] }],
];

describe('an edit', () => {
  it.each(edits)('%o does what it says and nothing else', (edit, change) => {
    expect(apply(content, edit)).toEqual({ ...content, ...change });
  });

  it('leaves the content it was made from as it was', () => {
    const before = structuredClone(content);
    for (const [edit] of edits) apply(content, edit);
    expect(content).toEqual(before);
  });

  it('adds, writes, moves and removes an alternative', () => {
    const item = 'c';
    const made = (edit: Edit): TemplateContent => apply(content, edit);
    expect(optionOrder(made({ edit: 'addOption', item, option: { id: 'n', text: '' }, at: 1 }))).toBe(
      'o1 n o2 o3',
    );
    expect(optionOrder(made({ edit: 'moveOption', item, option: 'o3', to: 0 }))).toBe('o3 o1 o2');
    expect(optionOrder(made({ edit: 'removeOption', item, option: 'o2' }))).toBe('o1 o3');
    const written = made({ edit: 'writeOption', item, option: 'o2', text: 'Sällan' });
    expect(written.form[2]?.kind).toMatchObject({ options: [{}, { id: 'o2', text: 'Sällan' }, {}] });
  });

  it('adds nothing twice, so that taking back a removal twice gives one question', () => {
    const back: Edit = { edit: 'addItem', item: question('b'), at: 1 };
    const once = apply(apply(content, { edit: 'removeItem', id: 'b' }), back);
    expect(once).toEqual(content);
    expect(order(apply(once, back))).toBe('abc');
  });

  it('leaves everything in place when what it speaks of is gone', () => {
    expect(apply(content, { edit: 'moveItem', id: 'gone', to: 0 })).toBe(content);
    expect(apply(content, { edit: 'changeItem', id: 'gone', change: { text: 'x' } })).toBe(content);
    expect(apply(content, { edit: 'removeOption', item: 'a', option: 'o1' })).toBe(content);
    expect(apply(content, { edit: 'movePart', id: 'gone', to: 0 })).toBe(content);
  });
});

/** Made by the core, which alone says what an edit means. */
interface Sitting {
  readonly start: TemplateContent;
  readonly edits: readonly Edit[];
  readonly end: TemplateContent;
}

describe('the core', () => {
  it.each((cases as Sitting[]).map((sitting, at) => [at, sitting] as const))(
    'agrees on sitting %i, edit by edit',
    (_, { start, edits: made, end }) => {
      expect(made.reduce(apply, start)).toEqual(end);
    },
  );
});

describe('what is new', () => {
  it.each(kinds)('a %s has an id of its own', (kind) => {
    expect(newItem(kind).kind.type).toBe(kind);
    expect(newItem(kind).id).not.toBe(newItem(kind).id);
  });

  it('a copy shares no id with what it was made from', () => {
    const [copy = choice] = copiesOf([choice]);
    expect(copy.text).toBe(choice.text);
    const ids = (item: Item): string[] => [
      item.id,
      ...('options' in item.kind ? item.kind.options.map(({ id }) => id) : []),
    ];
    expect(ids(copy).filter((id) => ids(choice).includes(id))).toEqual([]);
  });

  it('a copy answers from the beginning with alternatives of its own', () => {
    const answered: Item = {
      ...choice,
      details: { initial: { type: 'choice', value: 'o2' }, linkId: '1.2' },
    };
    const [copy] = copiesOf([answered]);
    const second = copy && 'options' in copy.kind ? copy.kind.options[1]?.id : undefined;
    expect(second).not.toBe('o2');
    expect(copy?.details).toEqual({ initial: { type: 'choice', value: second } });
  });
});
