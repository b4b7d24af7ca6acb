import { act, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { type ReactNode, useState } from 'react';
import { afterEach, describe, expect, it } from 'vitest';
import type { Edit, Item, ShownWhen, TemplateContent } from '../../../bindings';
import { clearToasts } from '../../../components/Toast';
import { violations } from '../../../testing/axe';
import { fakeCore, show } from '../../../testing/host';
import { apply } from '../edit';
import { FormEditor } from '../FormEditor';
import { itemLines, outline } from '../outline';
import { formWith } from '../several';
import { arcsBetween } from './arcs';
import { removal } from './rules';
import { sentenceOf } from './sentence';

const item = (id: string, text: string, kind: Item['kind'], shownWhen?: ShownWhen): Item => ({
  id,
  text,
  help: '',
  required: true,
  kind,
  ...(shownWhen ? { shownWhen } : {}),
});
const when = (...tests: ShownWhen['groups'][number]['tests']): ShownWhen => ({
  combine: 'all',
  groups: [{ combine: 'all', tests }],
});

const pain = item('a', 'Har du ont?', { type: 'yesNo' });
const weight = item('b', 'Vad väger du?', { type: 'number', unit: 'kg', min: null, max: null, decimals: 1 });
const trouble = item('c', 'Vilka besvär har du?', {
  type: 'multipleChoice',
  options: [
    { id: 'o1', text: 'Yrsel' },
    { id: 'o2', text: 'Klåda' },
  ],
});
const where = item(
  'd',
  'Var?',
  { type: 'shortText', maxLength: 40 },
  when({ item: 'a', comparison: { is: 'yes' } }),
);
const since = item('e', 'Sedan när?', { type: 'date' }, when({ item: 'd', comparison: { is: 'answered' } }));
const form = [pain, weight, trouble, where, since];

let now: readonly Item[] = [];
function Editor({ start }: { start: readonly Item[] }): ReactNode {
  const [items, setItems] = useState(start);
  now = items;
  const edit = (made: Edit): void =>
    setItems((before) => apply({ body: [], form: before } as unknown as TemplateContent, made).form);
  return (
    <main>
      <h1>Mall</h1>
      <FormEditor form={items} edit={edit} faults={[]} />
    </main>
  );
}

function open(start: readonly Item[] = form): void {
  fakeCore({});
  show(<Editor start={start} />);
}
const press = (name: string): void => act(() => screen.getByRole('button', { name }).click());
const condition = (name: string): ReturnType<typeof within> =>
  within(screen.getByRole('group', { name: `Villkor för ${name}` }));
const choose = (within_: ReturnType<typeof within>, label: RegExp, option: string): void => {
  act(() => within_.getByRole('button', { name: label }).click());
  act(() => screen.getByRole('option', { name: option }).click());
};
const written = (id: string): ShownWhen | undefined => now.find((one) => one.id === id)?.shownWhen;

afterEach(() => act(() => clearToasts()));

describe('a condition', () => {
  it('is a plain sentence', () => {
    expect(sentenceOf(when({ item: 'a', comparison: { is: 'yes' } }), outline(form))).toBe(
      'Visas bara om fråga 1 ”Har du ont?” är Ja.',
    );
    const nested: ShownWhen = {
      combine: 'all',
      groups: [
        { combine: 'all', tests: [{ item: 'a', comparison: { is: 'no' } }] },
        {
          combine: 'any',
          tests: [
            { item: 'b', comparison: { is: 'atLeast', than: '92.5' } },
            { item: 'c', comparison: { is: 'option', option: 'o2' } },
          ],
        },
      ],
    };
    expect(sentenceOf(nested, outline(form))).toBe(
      'Visas bara om fråga 1 ”Har du ont?” är Nej och (fråga 2 ”Vad väger du?” är minst 92,5 kg eller fråga 3 ”Vilka besvär har du?” innehåller ”Klåda”).',
    );
    expect(sentenceOf(when({ item: 'x', comparison: { is: 'yes' } }), outline(form))).toBe(
      'Visas bara om en fråga som inte finns längre.',
    );
  });

  it('is made by choosing, and breaks no accessibility rule', async () => {
    open();
    expect(screen.queryByRole('button', { name: /^Visa bara om … – Fråga 1/ })).toBeNull();
    press('Visa bara om … – Fråga 3');
    const editor = condition('Fråga 3');
    await waitFor(() => expect(document.activeElement).toBe(editor.getAllByRole('button')[0]));
    // The nearest before it is proposed.
    expect(editor.getByText('Visas bara om fråga 2 ”Vad väger du?” är minst … kg.')).toBeTruthy();
    fireEvent.change(editor.getByRole('textbox', { name: /^Tal/ }), { target: { value: '92,5' } });
    expect(written('c')).toEqual(when({ item: 'b', comparison: { is: 'atLeast', than: '92.5' } }));
    act(() => editor.getByRole('button', { name: 'Lägg till krav' }).click());
    expect(await violations()).toEqual([]);
  });

  it('asks for another question, another answer, and several at once', async () => {
    open();
    press('Visa bara om … – Fråga 3');
    const editor = condition('Fråga 3');
    choose(editor, /Fråga$/, 'Fråga 1. Har du ont?');
    choose(editor, /Svaret$/, 'är Nej');
    expect(written('c')).toEqual(when({ item: 'a', comparison: { is: 'no' } }));
    act(() => editor.getByRole('button', { name: 'Lägg till grupp' }).click());
    choose(editor, /Mellan grupperna$/, 'Det räcker att en stämmer');
    expect(written('c')).toMatchObject({ combine: 'any', groups: [{}, { tests: [{ item: 'b' }] }] });
    act(() =>
      within(editor.getByRole('group', { name: 'Grupp 2' }))
        .getByRole('button', { name: 'Ta bort krav 1' })
        .click(),
    );
    expect(written('c')?.groups).toHaveLength(1);
    press('Visa alltid – Fråga 3');
    await waitFor(() => expect(document.activeElement?.id).toBe('add-condition-c'));
    expect(written('c')).toBeUndefined();
    expect(now.find((one) => one.id === 'c')).not.toHaveProperty('shownWhen');
  });

  it('says so when what it asks for comes later', () => {
    open([where, pain]);
    expect(screen.getByText(/^Fråga 2 kommer efter den här/)).toBeTruthy();
  });
});

describe('a question that others depend on', () => {
  it('is not taken away before it is said what becomes of them', async () => {
    open();
    press('Ta bort Fråga 1');
    const dialog = within(screen.getByRole('dialog', { name: 'Beroende frågor' }));
    expect(dialog.getByText('Fråga 4. Var?')).toBeTruthy();
    expect(now).toHaveLength(5);
    expect(await violations()).toEqual([]);
    act(() => dialog.getByRole('button', { name: 'Ta bort Fråga 1' }).click());
    expect(now.map(({ id }) => id)).toEqual(['b', 'c', 'd', 'e']);
    expect(written('d')).toBeUndefined();
    expect(written('e')).toBeDefined();
  });

  it('takes them along, and those that depend on them, when asked to', () => {
    const left = (fate: 'hide' | 'show' | 'remove'): Item[] => formWith(form, removal(form, ['a'], fate));
    expect(left('remove').map(({ id }) => id)).toEqual(['b', 'c']);
    expect(left('hide').map(({ id }) => id)).toEqual(['b', 'c', 'd', 'e']);
    expect(left('hide')[2]?.shownWhen).toEqual(where.shownWhen);
  });

  it('keeps the other tests of a condition that it goes out of', () => {
    const both = item(
      'f',
      'Hur?',
      { type: 'yesNo' },
      when(...(where.shownWhen?.groups[0]?.tests ?? []), { item: 'b', comparison: { is: 'answered' } }),
    );
    const all = [...form, both];
    const left = formWith(all, removal(all, ['a'], 'show')).at(-1);
    expect(left?.shownWhen).toEqual(when({ item: 'b', comparison: { is: 'answered' } }));
  });
});

describe('moving', () => {
  it('a question past those that depend on it asks whether they come along', async () => {
    open();
    press('Flytta ned Fråga 1');
    press('Flytta ned Fråga 2');
    expect(now.map(({ id }) => id).join('')).toBe('bcade');
    press('Flytta ned Fråga 3');
    const dialog = within(await screen.findByRole('dialog', { name: 'Beroende frågor' }));
    expect(dialog.getByText('Fråga 4. Var?')).toBeTruthy();
    expect(await violations()).toEqual([]);
    act(() => dialog.getByRole('button', { name: 'Avbryt' }).click());
    expect(now.map(({ id }) => id).join('')).toBe('bcade');
    press('Flytta ned Fråga 3');
    const again = within(await screen.findByRole('dialog', { name: 'Beroende frågor' }));
    act(() => again.getByRole('button', { name: 'Ta med dem' }).click());
    expect(now.map(({ id }) => id).join('')).toBe('bcade');
    press('Flytta till … – Fråga 3');
    const places = within(await screen.findByRole('dialog', { name: 'Flytta Fråga 3' }));
    choose(places, /Ny plats/, 'Efter Fråga 5: Sedan när?');
    act(() => places.getByRole('button', { name: 'Flytta' }).click());
    const last = within(await screen.findByRole('dialog', { name: 'Beroende frågor' }));
    // The last depends on the first that comes along, and so comes along too: all lie as they lay.
    expect(last.getByText('Fråga 5. Sedan när?')).toBeTruthy();
    act(() => last.getByRole('button', { name: 'Ta med dem' }).click());
    expect(now.map(({ id }) => id).join('')).toBe('bcade');
    expect(screen.getByText('Fråga 3 ligger kvar.')).toBeTruthy();
  });
});

describe('the overview', () => {
  it('says when each is shown and what it shows', async () => {
    open();
    press('Vad styr vad');
    const dialog = within(await screen.findByRole('dialog', { name: 'Vad styr vad' }));
    expect(dialog.getByRole('img', { name: /Pilar från varje fråga/ })).toBeTruthy();
    expect(dialog.getByText('Visas bara om fråga 1 ”Har du ont?” är Ja.')).toBeTruthy();
    expect(dialog.getAllByRole('row')).toHaveLength(4);
    expect(await violations()).toEqual([]);
  });
});

describe('the arcs of the diagram', () => {
  const arcs = (items: Item[]): string[] => {
    const lines = itemLines(outline(items));
    return arcsBetween(lines, lines).map(({ from, to, track }) => `${from}→${to} i ${track}`);
  };

  it('go from what is asked for to what it shows, the short ones innermost', () => {
    expect(arcs(form)).toEqual(['3→4 i 1', '0→3 i 1']);
    const last = item('f', 'Hur länge?', { type: 'date' }, when({ item: 'a', comparison: { is: 'yes' } }));
    expect(arcs([...form, last])).toEqual(['3→4 i 1', '0→3 i 1', '0→5 i 2']);
  });
});
