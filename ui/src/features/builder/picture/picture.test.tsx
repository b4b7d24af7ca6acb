import { act, fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type {
  Finding,
  Item,
  ItemKind,
  Picture,
  PreparedPicture,
  TemplateContent,
  Unit,
} from '../../../bindings';
import { clearToasts } from '../../../components/Toast';
import { FormView } from '../../../form';
import { violations } from '../../../testing/axe';
import { now, open, press, question, settle } from '../../../testing/builder';
import { guideline } from '../../../testing/drafts';
import { type Answers, refuse } from '../../../testing/host';
import { apply } from '../edit';
import { findingText } from '../guidance';
import { readingOrder } from '../rehearsal/readingOrder';

const unit: Unit = {
  id: 'u',
  name: 'Exempelmottagningen',
  hsaId: 'SE2321000016-EX01',
  contact: 'Ring oss.',
  retention: { attachmentHours: 72, copyHours: 24 },
  secureFolder: '',
  approval: false,
  example: true,
};
const empty: Omit<TemplateContent, 'form'> = {
  name: '',
  handlerInstruction: '',
  purpose: '',
  answerUse: '',
  contact: '',
  body: [],
  answerable: true,
};

const picture: Picture = { data: '/9j/4AAQ', width: 40, height: 30 };
const prepared: PreparedPicture = { picture, isFirstOnly: false };
const pictured = (id: string, more: Partial<Picture> = {}): Item => ({
  ...question(id, 'Var gör det ont?'),
  picture: { ...picture, ...more },
});
const file = (bytes = 'bild', type = 'image/png'): File => new File([bytes], 'kropp.png', { type });

const group = (name = 'Bild till Fråga 1'): HTMLElement => screen.getByRole('group', { name });
const first = (): Item | undefined => now()[0];

/** Chooses a file for the first question. */
async function choose(chosen: File): Promise<void> {
  const input = group().querySelector('input[type="file"]');
  if (!(input instanceof HTMLInputElement)) throw new Error('no way to choose a file');
  await act(async () => {
    fireEvent.change(input, { target: { files: [chosen] } });
    await vi.advanceTimersByTimeAsync(50);
  });
}

const opened = (start: Item[], answer: Answers['prepare_picture'] = prepared): Promise<void> =>
  open(start, { unit_settings: unit, prepare_picture: answer });

beforeEach(() => {
  vi.useFakeTimers({ shouldAdvanceTime: true });
});
afterEach(() => {
  act(() => clearToasts());
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

describe('a picture in a question', () => {
  it('is chosen, described and shown as the citizen sees it, with nothing for axe to find', async () => {
    const asked: unknown[] = [];
    await opened([question('a', 'Var gör det ont?')], (request) => {
      asked.push(request);
      return prepared;
    });
    expect(group().querySelector('img')).toBeNull();
    await choose(file());
    await waitFor(() => expect(first()?.picture).toEqual(picture));
    expect(asked).toEqual([{ data: btoa('bild') }]);
    const alt = within(group()).getByRole('textbox', { name: 'Vad visar bilden?' });
    await waitFor(() => expect(document.activeElement).toBe(alt));
    fireEvent.change(alt, { target: { value: 'En kropp framifrån' } });
    await settle();
    expect(first()?.picture).toEqual({ ...picture, alt: 'En kropp framifrån' });
    const preview = screen.getByRole('region', { name: 'Så ser invånaren det' });
    const seen = within(preview).getByRole('img', { name: 'En kropp framifrån' });
    expect(seen.getAttribute('src')).toBe('data:image/jpeg;base64,/9j/4AAQ');
    expect([seen.getAttribute('width'), seen.getAttribute('height')]).toEqual(['40', '30']);
    expect(await violations()).toEqual([]);
  });

  it('is told of to nobody when it is only decoration', async () => {
    await opened([pictured('a', { alt: 'En kropp' })]);
    act(() => within(group()).getByRole('checkbox', { name: 'Bara utsmyckning' }).click());
    await settle();
    expect(first()?.picture).toEqual({ ...picture, alt: 'En kropp', decorative: true });
    expect(within(group()).queryByRole('textbox')).toBeNull();
    expect(screen.queryByRole('img', { name: 'En kropp' })).toBeNull();
    act(() => within(group()).getByRole('checkbox', { name: 'Bara utsmyckning' }).click());
    await settle();
    expect(first()?.picture).toEqual({ ...picture, alt: 'En kropp' });
  });

  it('is taken away, and back with what was said of it', async () => {
    await opened([pictured('a', { alt: 'En kropp' }), question('b', 'Hur länge?')]);
    press('Ta bort bild – Fråga 1');
    await settle();
    expect(first()).not.toHaveProperty('picture');
    expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Lägg till bild … – Fråga 1' }));
    press('Ångra');
    await settle();
    expect(first()?.picture).toEqual({ ...picture, alt: 'En kropp' });
  });

  it('is another when it is changed, and says nothing of what the former showed', async () => {
    await opened([pictured('a', { alt: 'En kropp' })], {
      picture: { ...picture, width: 41 },
      isFirstOnly: true,
    });
    await choose(file());
    await waitFor(() => expect(first()?.picture).toEqual({ ...picture, width: 41 }));
    expect(screen.getByText('Filen har flera bilder. Bara den första är med.')).toBeTruthy();
  });

  it('can be pasted on the card or dropped there; words that are pasted stay words', async () => {
    await opened([question('a', 'Var gör det ont?')]);
    const field = screen.getByRole('textbox', { name: 'Fråga' });
    const data = { files: [file()], types: ['Files'] };
    fireEvent.paste(field, {
      clipboardData: { ...data, types: ['text/plain', 'Files'], getData: () => 'ord' },
    });
    await settle();
    expect(first()).not.toHaveProperty('picture');
    fireEvent.paste(field, { clipboardData: { ...data, getData: () => '' } });
    await waitFor(() => expect(first()?.picture).toEqual(picture));
    press('Ta bort bild – Fråga 1');
    await settle();
    fireEvent.dragOver(field, { dataTransfer: data });
    expect(group().hasAttribute('data-drop')).toBe(true);
    fireEvent.drop(field, { dataTransfer: data });
    expect(group().hasAttribute('data-drop')).toBe(false);
    await waitFor(() => expect(first()?.picture).toEqual(picture));
  });

  it('says why a file is not taken and what to do, and leaves everything as it was', async () => {
    await opened([question('a', 'Var?')], () => refuse({ code: 'pictureRefused', fault: 'damaged' }));
    await choose(file());
    await waitFor(() =>
      expect(within(group()).getByRole('status').textContent).toContain('skadad eller inte hel'),
    );
    expect(within(group()).getByRole('status').textContent).toContain('spara den på nytt');
    expect(first()).not.toHaveProperty('picture');
    const large = file();
    Object.defineProperty(large, 'size', { value: 20_000_001 });
    await choose(large);
    expect(within(group()).getByRole('status').textContent).toContain('större än 20 MB');
  });

  it('is refused where the template has as many as it may, also as a copy', async () => {
    const full = Array.from({ length: 20 }, (_, at) => pictured(`q${at}`, { alt: 'x' }));
    await opened([question('a', 'Var?'), ...full]);
    await choose(file());
    await waitFor(() => expect(within(group()).getByRole('status').textContent).toContain('högst 20 bilder'));
    expect(first()).not.toHaveProperty('picture');
    press('Duplicera Fråga 2');
    await settle();
    expect(now()).toHaveLength(21);
    expect(screen.getByText('Mallen får för många eller för stora bilder.')).toBeTruthy();
  });

  it('is named where it is not described, and righted in one press', () => {
    const content: TemplateContent = { ...empty, form: [question('a', 'Hur?'), pictured('b')] };
    const finding: Finding = {
      severity: 'error',
      place: { at: 'item', id: 'b' },
      found: { rule: 'pictureUndescribed' },
    };
    const told = findingText(finding, { content, guideline, unit: undefined });
    expect([told.text, told.field]).toEqual(['Bilden i fråga 2 är inte beskriven', 'picture-b']);
    expect(told.fix?.label).toBe('Bilden är bara utsmyckning');
    const righted = told.fix ? apply(content, told.fix.edit) : content;
    expect(righted.form[1]?.picture).toEqual({ ...picture, decorative: true });
    expect(findingText(finding, { content: righted, guideline, unit: undefined }).fix).toBeUndefined();
  });
});

describe('what is shown of a picture', () => {
  const asked: Item[] = [pictured('a', { alt: 'En kropp' }), question('b', 'Hur länge?')];
  const limits = { maxFiles: 5, maxBytes: 20_000_000 };
  const form = (items: Item[]): void => {
    render(
      <main>
        <h1>Svara</h1>
        <FormView items={items} answers={{}} onChange={() => {}} problems={[]} limits={limits} />
      </main>,
    );
  };

  it('belongs to its question for who does not see it', async () => {
    form(asked);
    const radios = screen.getByRole('radiogroup', { name: /Var gör det ont/ });
    expect(within(radios).getByRole('img', { name: 'En kropp' })).toBeTruthy();
    expect(await violations()).toEqual([]);
  });

  it.each([
    ['information', { type: 'information' }],
    ['information that is folded up', { type: 'information', style: 'framed' }],
    ['a section', { type: 'section' }],
    ['a repeated section', { type: 'repeatedSection', row: '', maxRows: 3 }],
    ['a file question', { type: 'attachment', maxFiles: 1 }],
    ['a confirmation', { type: 'confirmation' }],
  ] satisfies [string, ItemKind][])('stands in %s as well', (_, kind) => {
    form([{ ...pictured('a', { alt: 'En kropp' }), kind }]);
    expect(screen.getByRole('img', { name: 'En kropp' })).toBeTruthy();
  });

  it('is read aloud at its place, and not when it is only decoration', () => {
    form([
      { ...pictured('a', { alt: 'En kropp' }), kind: { type: 'information' } },
      { ...pictured('b', { alt: 'En blomma', decorative: true }), kind: { type: 'information' } },
      pictured('c', { alt: 'Ett knä' }),
    ]);
    const read = readingOrder(document.body).join('\n');
    expect(read).toContain('Bild: En kropp');
    expect(read).toContain('Grupp: Var gör det ont?');
    expect(read).toContain('Bild: Ett knä');
    expect(read).not.toContain('blomma');
  });
});
