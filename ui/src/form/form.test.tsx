import { fireEvent, render, screen, within } from '@testing-library/react';
import type { ReactNode } from 'react';
import { I18nProvider } from 'react-aria-components';
import { describe, expect, it, vi } from 'vitest';
import type { AnswerProblem } from '../bindings';
import { violations } from '../testing/axe';
import { everyKind, item, letterWith, sentAt } from '../testing/fakeInbox';
import { AnswersView } from './AnswersView';
import { FormPreview, FormView } from './FormView';
import { LetterPreview, MessageView } from './MessageView';

const limits = { maxBytes: 20_000_000, maxFiles: 5 };

function show(content: ReactNode): void {
  render(
    <I18nProvider locale="sv-SE">
      <main>
        <h1>Sida</h1>
        {content}
      </main>
    </I18nProvider>,
  );
}

function form(problems: readonly AnswerProblem[] = [], onChange = vi.fn()): ReactNode {
  return <FormView items={everyKind} answers={{}} onChange={onChange} problems={problems} limits={limits} />;
}

describe('the form', () => {
  it('breaks no accessibility rule, right or wrong', async () => {
    show(form());
    expect(await violations()).toEqual([]);
  });

  it('breaks none with a fault at every question', async () => {
    show(form(everyKind.map(({ id }) => ({ item: id, fault: 'missing' }))));
    expect(screen.getByRole('textbox', { name: 'Berätta' }).getAttribute('aria-invalid')).toBe('true');
    expect(await violations()).toEqual([]);
  });

  it('marks the fewer in words: here the optional one', () => {
    show(form());
    expect(screen.getByText(/om det inte står att de är frivilliga/)).toBeTruthy();
    expect(screen.getAllByText(/\(frivilligt\)/)).toHaveLength(1);
  });

  it('marks the required one among the optional', () => {
    const items = everyKind.map((one) => ({ ...one, required: one.id === 'yesNo' }));
    show(<FormPreview items={items} limits={limits} />);
    expect(screen.getAllByText(/måste fyllas i/)).toHaveLength(1);
  });

  it('says what each field asks for before anything is written', () => {
    show(form());
    expect(screen.getByText('Svara i kg. Mellan 20 och 300,5.')).toBeTruthy();
    expect(
      screen.getByText(
        'PDF eller bild (JPG, PNG, GIF, WebP, BMP eller TIFF). Högst 20 MB per fil. Högst 2 filer.',
      ),
    ).toBeTruthy();
    expect(screen.getByText('ÅÅÅÅ-MM-DD')).toBeTruthy();
  });

  it('answers with the kind that the question asks for', () => {
    const onChange = vi.fn();
    show(form([], onChange));
    fireEvent.click(screen.getByRole('radio', { name: 'Nej' }));
    fireEvent.click(screen.getByRole('radio', { name: 'Mer sällan' }));
    fireEvent.click(screen.getByRole('checkbox', { name: 'Frisk luft' }));
    fireEvent.click(screen.getByRole('checkbox', { name: 'Jag bekräftar' }));
    fireEvent.click(screen.getByRole('radio', { name: '3' }));
    fireEvent.change(screen.getByRole('textbox', { name: 'Vikt' }), { target: { value: '72,5' } });
    fireEvent.change(screen.getByRole('textbox', { name: 'Sedan när?' }), { target: { value: '2026' } });
    fireEvent.change(screen.getByRole('textbox', { name: 'Berätta' }), { target: { value: 'Hej' } });
    expect(onChange.mock.calls).toEqual([
      ['yesNo', { type: 'yesNo', value: false }],
      ['one', { type: 'choice', value: 'seldom' }],
      ['many', { type: 'choices', value: ['air'] }],
      ['sure', { type: 'confirmed', value: true }],
      ['pain', { type: 'number', value: '3' }],
      ['weight', { type: 'number', value: '72,5' }],
      ['since', { type: 'date', value: '2026' }],
      ['long', { type: 'text', value: 'Hej' }],
    ]);
  });

  it('chooses no step of a scale for anyone, and says what its ends mean', () => {
    show(form());
    const steps = within(screen.getByRole('radiogroup', { name: /^Hur ont/ }));
    expect(steps.getAllByRole('radio')).toHaveLength(5);
    expect(steps.queryByRole('radio', { checked: true })).toBeNull();
    expect(steps.getByText('Inget')).toBeTruthy();
    expect(steps.getByText('Värsta tänkbara')).toBeTruthy();
  });

  it('shows a question when the answers call for it, and not before', () => {
    const where = {
      ...item('where', 'Var?', { type: 'shortText', maxLength: 20 }),
      shownWhen: {
        combine: 'all' as const,
        groups: [{ combine: 'all' as const, tests: [{ item: 'yesNo', comparison: { is: 'yes' as const } }] }],
      },
    };
    show(<FormPreview items={[...everyKind, where]} limits={limits} />);
    expect(screen.queryByRole('textbox', { name: 'Var?' })).toBeNull();
    fireEvent.click(screen.getByRole('radio', { name: 'Ja' }));
    expect(screen.getByRole('textbox', { name: 'Var?' })).toBeTruthy();
    fireEvent.click(screen.getByRole('radio', { name: 'Nej' }));
    expect(screen.queryByRole('textbox', { name: 'Var?' })).toBeNull();
  });

  it('can be tried in a preview, except for files', () => {
    show(<FormPreview items={everyKind} limits={limits} />);
    fireEvent.click(screen.getByRole('radio', { name: 'Ja' }));
    expect(screen.getByRole('radio', { name: 'Ja', checked: true })).toBeTruthy();
    expect(screen.getByRole('button', { name: 'Välj filer' }).hasAttribute('disabled')).toBe(true);
  });
});

describe('the message', () => {
  it('says who, why, for what and where to ask', async () => {
    const { message } = letterWith(everyKind);
    show(<MessageView message={message} sent={sentAt} level={2} />);
    expect(screen.getByText('Exempelmottagningen')).toBeTruthy();
    expect(screen.getByText('HSA-id SE2321000016-1AB2')).toBeTruthy();
    const headings = screen.getAllByRole('heading', { level: 2 }).map((heading) => heading.textContent);
    expect(headings).toEqual([
      'Varför du får detta meddelande',
      'Meddelande',
      'Så används dina svar',
      'Frågor? Vänd dig hit',
    ]);
    expect(screen.getAllByText('Hej!')).toHaveLength(2);
    expect(await violations()).toEqual([]);
  });

  it('is previewed with its form, and says when there is none', async () => {
    show(<LetterPreview message={letterWith(null).message} limits={limits} />);
    expect(screen.getByText(/går inte att svara/)).toBeTruthy();
    expect(screen.queryByText('Så används dina svar')).toBeNull();
    expect(await violations()).toEqual([]);
  });
});

describe('the answers', () => {
  it('are read in words', async () => {
    const state = { state: 'kept', expires: sentAt } as const;
    const attachment = {
      id: 'a',
      item: 'file',
      name: 'utslag.jpg',
      kind: 'jpeg',
      size: 2_400_000,
      state,
    } as const;
    show(
      <AnswersView
        items={[...everyKind, item('empty', 'Annat?', { type: 'yesNo' })]}
        answers={{
          long: { type: 'text', value: 'Ont' },
          yesNo: { type: 'yesNo', value: true },
          one: { type: 'choice', value: 'daily' },
          many: { type: 'choices', value: ['rest', 'air'] },
          weight: { type: 'number', value: '72.5' },
          pain: { type: 'number', value: '3' },
          sure: { type: 'confirmed', value: true },
        }}
        attachments={[attachment]}
      />,
    );
    for (const words of [
      'Ont',
      'Ja',
      'Varje dag',
      'Vila',
      'Frisk luft',
      '72,5 kg',
      '3 av 4',
      'Bekräftat',
      'utslag.jpg',
      '2,4 MB',
    ]) {
      expect(screen.getByText(words)).toBeTruthy();
    }
    expect(screen.getAllByText('Inget svar')).toHaveLength(3);
    expect(await violations()).toEqual([]);
  });
});
