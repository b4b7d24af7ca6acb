import { act, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { Item, PrintTemplate, TemplateContent } from '../../../bindings';
import { clearToasts } from '../../../components/Toast';
import { violations } from '../../../testing/axe';
import { type Answers, type FakeCore, fakeCore, refuse, show } from '../../../testing/host';
import { captionsOf } from './captions';
import { PrintDialog, sidesOf } from './PrintDialog';

afterEach(() => {
  act(() => clearToasts());
  vi.unstubAllGlobals();
});

const item = (id: string, text: string, more: Partial<Item> = {}): Item => ({
  id,
  text,
  help: '',
  required: false,
  kind: { type: 'yesNo' },
  ...more,
});
const form: Item[] = [
  item('a', 'Har du ont?', { required: true }),
  item('s', 'Smärtan', {
    kind: { type: 'section' },
    items: [
      item('b', 'Hur ofta?', {
        kind: {
          type: 'singleChoice',
          options: [
            { id: '1', text: 'Ofta', score: 3 },
            { id: '2', text: 'Aldrig' },
          ],
        },
        shownWhen: {
          combine: 'all',
          groups: [{ combine: 'all', tests: [{ item: 'a', comparison: { is: 'yes' } }] }],
        },
      }),
    ],
  }),
];
const content: TemplateContent = {
  name: 'Smärta',
  handlerInstruction: '',
  purpose: '',
  answerUse: '',
  contact: '',
  body: [],
  answerable: true,
  form,
};

describe('what the screen says of questions', () => {
  it('names and counts them as the builder does, with limits and condition', () => {
    const [first, section, inner] = captionsOf(form);
    expect([first?.name, section?.name, inner?.name]).toEqual(['Fråga 1', 'Avsnitt 1', 'Fråga 2']);
    expect(first?.facts).toEqual([
      ['Frågetyp', 'Ja/nej'],
      ['Måste besvaras', 'ja'],
    ]);
    expect(section?.facts).toEqual([['Frågetyp', 'Avsnitt']]);
    expect(inner?.facts).toContainEqual(['Visas', 'Visas bara om fråga 1 ”Har du ont?” är Ja.']);
    expect(inner?.beside).toEqual({ 1: '3 poäng' });
  });
});

describe('saving as a PDF', () => {
  function opened(more: Answers = {}): { core: FakeCore; onClose: () => void } {
    const onClose = vi.fn();
    const core = fakeCore({
      read_template_side: ({ side }) => ({ content, revision: side.side === 'draft' ? 7 : null }),
      save_template_pdf: true,
      ...more,
    });
    show(
      <main>
        <PrintDialog template="m" sides={sidesOf(true, 3)} onClose={onClose} />
      </main>,
    );
    return { core, onClose };
  }
  const save = async (): Promise<void> => {
    const button = screen.getByRole('button', { name: 'Välj plats och spara …' });
    await waitFor(() => expect(button.getAttribute('data-disabled')).toBeNull());
    fireEvent.click(button);
  };
  const asked = (core: FakeCore): PrintTemplate[] => core.asked('save_template_pdf');

  it('takes the draft as it was read, without the instruction until it is asked for', async () => {
    const { core, onClose } = opened();
    expect(await violations()).toEqual([]);
    await save();
    await waitFor(() => expect(onClose).toHaveBeenCalled());
    expect(asked(core)).toEqual([
      {
        template: 'm',
        side: { side: 'draft' },
        revision: 7,
        withInstruction: false,
        captions: captionsOf(form),
      },
    ]);
    expect(await screen.findByText(/är sparad som PDF/)).toBeTruthy();
  });

  it('takes the instruction along, and stays when the person changes their mind', async () => {
    const { core, onClose } = opened({ save_template_pdf: false });
    fireEvent.click(screen.getByRole('checkbox', { name: /Ta med instruktionen/ }));
    await save();
    await waitFor(() => expect(asked(core)[0]?.withInstruction).toBe(true));
    expect(onClose).not.toHaveBeenCalled();
  });

  it('says what to do when the file could not be written', async () => {
    opened({ save_template_pdf: () => refuse({ code: 'templateFileUnwritable' }) });
    await save();
    const dialog = within(screen.getByRole('dialog'));
    expect(await dialog.findByText(/Välj en annan mapp/)).toBeTruthy();
  });
});
