import { act, fireEvent, render, screen, within } from '@testing-library/react';
import { type ReactNode, useState } from 'react';
import { I18nProvider } from 'react-aria-components';
import { describe, expect, it } from 'vitest';
import type { AnswerProblem, Item, ItemKind, Row } from '../bindings';
import { violations } from '../testing/axe';
import { item } from '../testing/fakeInbox';
import { AnswersView } from './AnswersView';
import { type Answers, initialAnswers, toSend, withAnswer } from './answers';
import { check } from './check';
import { FormView } from './FormView';
import { faultsToList } from './faults';

const limits = { maxBytes: 20_000_000, maxFiles: 5 };
const monday = new Date(2026, 10, 23);

const place: Item = item('place', 'Var fick du vården?', {
  type: 'dropdown',
  options: [
    { id: 'hospital', text: 'På sjukhus' },
    { id: 'elsewhere', text: 'Annat', role: 'other' },
  ],
});
const helps: Item = item('helps', 'Vad hjälper?', {
  type: 'multipleChoice',
  options: [
    { id: 'rest', text: 'Vila' },
    { id: 'air', text: 'Frisk luft' },
    { id: 'nothing', text: 'Inget av ovanstående', role: 'exclusive' },
  ],
});
const often: Item = item('often', 'Hur ofta?', {
  type: 'matrix',
  rows: [
    { id: 'dizzy', text: 'Yrsel' },
    { id: 'ache', text: 'Huvudvärk' },
  ],
  options: [
    { id: 'never', text: 'Aldrig' },
    { id: 'daily', text: 'Varje dag' },
  ],
});
const phone: Item = item('phone', 'Telefon', { type: 'shortText', maxLength: 30, format: 'phone' });
const when: Item = item('when', 'När föll du?', { type: 'dateTime' });
const call: Item = item('call', 'När kan vi ringa?', { type: 'time' });
const relative: Item = {
  ...item('relative', 'Anhörig', { type: 'section' }, { required: false }),
  items: [phone],
};
const name: Item = item('name', 'Läkemedlets namn', { type: 'shortText', maxLength: 40 });
const medicines: Item = {
  ...item('medicines', 'Dina läkemedel', { type: 'repeatedSection', row: 'läkemedel', maxRows: 3 }),
  items: [name],
};
const all = [place, helps, often, when, call, relative, medicines];

let answers: Answers = {};

function Form({ items, problems = [] }: { items: readonly Item[]; problems?: AnswerProblem[] }): ReactNode {
  const [now, setNow] = useState<Answers>(() => initialAnswers(items));
  answers = now;
  return (
    <FormView
      items={items}
      answers={now}
      onChange={(id, answer) => setNow(withAnswer(now, id, answer))}
      problems={problems}
      limits={limits}
    />
  );
}

function show(content: ReactNode): void {
  render(
    <I18nProvider locale="sv-SE">
      <main>
        <h1>Sida</h1>
        <h2>Frågor</h2>
        {content}
      </main>
    </I18nProvider>,
  );
}

const press = (name: string): void => act(() => screen.getByRole('button', { name }).click());
const write = (label: string | RegExp, value: string): void => {
  fireEvent.change(screen.getByRole('textbox', { name: label }), { target: { value } });
};

describe('a form with sections', () => {
  it('breaks no accessibility rule, empty and with a fault at every question', async () => {
    const problems = check(all, {}, {}).map((problem) => ({ ...problem }));
    show(<Form items={all} problems={problems} />);
    expect(screen.getByRole('heading', { level: 3, name: 'Anhörig' })).toBeTruthy();
    expect(await violations()).toEqual([]);
  });
});

describe('a repeated section', () => {
  const rows = (): readonly Row[] => {
    const answer = answers.medicines;
    return answer?.type === 'rows' ? answer.value : [];
  };
  const names = (): unknown[] => rows().map((row) => row.answers.name?.value);

  it('loses no answer when a row goes from the middle', () => {
    show(<Form items={[medicines]} />);
    for (const [at, medicine] of ['Alvedon', 'Waran', 'Ipren'].entries()) {
      press(`Lägg till läkemedel ${at + 1}`);
      const row = within(screen.getByRole('region', { name: `Läkemedel ${at + 1}` }));
      fireEvent.change(row.getByRole('textbox', { name: 'Läkemedlets namn' }), {
        target: { value: medicine },
      });
    }
    expect(screen.getByText('Det får vara högst 3.')).toBeTruthy();
    press('Ta bort Läkemedel 2');
    expect(names()).toEqual(['Alvedon', 'Ipren']);
    expect(screen.getByText('Läkemedel 2 är borttaget.')).toBeTruthy();
    press('Lägg till läkemedel 3');
    expect(names()).toEqual(['Alvedon', 'Ipren', undefined]);
  });

  it('asks in each row, and says in which something is wrong', () => {
    const row = (id: string, text?: string): Row => ({
      id,
      answers: text === undefined ? {} : { name: { type: 'text', value: text } },
    });
    const given: Answers = { medicines: { type: 'rows', value: [row('r1', 'Waran'), row('r2')] } };
    const found = check([medicines], given, {});
    expect(found).toEqual([{ item: 'name', row: 'r2', fault: 'missing' }]);
    expect(faultsToList([medicines], found, given)).toEqual([
      { field: 'fraga-r2-name', text: 'Läkemedel 2, Läkemedlets namn: Skriv ett svar.' },
    ]);
    expect(check([medicines], {}, {})).toEqual([{ item: 'medicines', fault: 'missing' }]);
    expect(toSend([medicines], given)).toEqual(given);
  });
});

describe('a choice', () => {
  it('asks what is meant by Annat, and lets go of it with the choice', () => {
    show(<Form items={[place]} />);
    act(() => screen.getByRole('button', { name: /Var fick du vården/ }).click());
    act(() => screen.getByRole('option', { name: 'Annat' }).click());
    expect(check([place], answers, {})).toEqual([{ item: 'place', fault: 'otherMissing' }]);
    write(/Vad menar du/, 'Hemma');
    expect(answers.place).toEqual({ type: 'written', value: { chosen: ['elsewhere'], text: 'Hemma' } });
    expect(check([place], answers, {})).toEqual([]);
    act(() => screen.getByRole('button', { name: /Var fick du vården/ }).click());
    act(() => screen.getByRole('option', { name: 'På sjukhus' }).click());
    expect(answers.place).toEqual({ type: 'choice', value: 'hospital' });
  });

  it('lets an alternative that excludes the others stand alone', () => {
    show(<Form items={[helps]} />);
    const tick = (label: string): void => act(() => screen.getByRole('checkbox', { name: label }).click());
    tick('Vila');
    tick('Frisk luft');
    tick('Inget av ovanstående');
    expect(answers.helps).toEqual({ type: 'choices', value: ['nothing'] });
    tick('Vila');
    expect(answers.helps).toEqual({ type: 'choices', value: ['rest'] });
  });

  it('is made on every row of a matrix', () => {
    show(<Form items={[often]} />);
    const row = (label: string): ReturnType<typeof within> =>
      within(screen.getByRole('radiogroup', { name: label }));
    act(() => row('Yrsel').getByRole('radio', { name: 'Aldrig' }).click());
    expect(check([often], answers, {})).toEqual([{ item: 'often', fault: 'rowsLeft' }]);
    act(() => row('Huvudvärk').getByRole('radio', { name: 'Varje dag' }).click());
    expect(check([often], answers, {})).toEqual([]);
  });
});

describe('what is written', () => {
  const faultOf = (kind: ItemKind, answer: Answers[string]): unknown =>
    check([item('q', 'Fråga', kind)], { q: answer }, {}, monday)[0]?.fault;

  it('is of the form that is asked for', () => {
    const as = (format: 'phone' | 'email' | 'personNumber', value: string): unknown =>
      faultOf({ type: 'shortText', maxLength: 50, format }, { type: 'text', value });
    expect(as('phone', '+46 480-448 10')).toBeUndefined();
    expect(as('phone', 'ring mig')).toBe('notOfFormat');
    expect(as('email', 'åsa@exempel.se')).toBeUndefined();
    expect(as('email', 'åsa@exempel')).toBe('notOfFormat');
    expect(as('personNumber', '19121212-1212')).toBeUndefined();
    expect(as('personNumber', '19121212-1213')).toBe('notOfFormat');
  });

  it('is a day within limits that move with the day of the answer', () => {
    const kind: ItemKind = {
      type: 'date',
      earliest: { limit: 'fromToday', days: -7 },
      latest: { limit: 'fromToday', days: 0 },
    };
    const on = (value: string): unknown => faultOf(kind, { type: 'date', value });
    expect(on('24 november 2026')).toBe('tooLate');
    expect(on('2026-11-15')).toBe('tooEarly');
    expect(on('2026-11-16')).toBeUndefined();
  });

  it('is a time, which is sent as 08:05', () => {
    show(<Form items={[call, when]} />);
    write('När kan vi ringa?', '8.05');
    write('Datum', '1/11 2026');
    write('Klockslag', '17:30');
    expect(toSend([call, when], answers)).toEqual({
      call: { type: 'time', value: '08:05' },
      when: { type: 'dateTime', value: { date: '2026-11-01', time: '17:30' } },
    });
    expect(faultOf({ type: 'time' }, { type: 'time', value: '25:00' })).toBe('notATime');
  });

  it('is read back under its headings', () => {
    const given: Answers = {
      place: { type: 'written', value: { chosen: ['elsewhere'], text: 'Hemma' } },
      often: { type: 'matrix', value: { dizzy: 'daily' } },
      phone: { type: 'text', value: '0480-448 10' },
      medicines: {
        type: 'rows',
        value: [{ id: 'r1', answers: { name: { type: 'text', value: 'Waran' } } }],
      },
    };
    show(<AnswersView items={all} answers={given} attachments={[]} />);
    for (const words of ['Annat: Hemma', 'Yrsel: Varje dag', 'Anhörig', 'Läkemedel 1', 'Waran']) {
      expect(screen.getByText(words)).toBeTruthy();
    }
  });
});

describe('information and answers from the beginning', () => {
  it('stand as the administrator chose', async () => {
    const style = (value: 'important' | 'framed' | 'foldable'): Item =>
      item(value, `Rubrik ${value}\nMer om det`, { type: 'information', style: value });
    const chosen: Item = { ...place, details: { initial: { type: 'choice', value: 'hospital' } } };
    show(<Form items={[style('important'), style('framed'), style('foldable'), chosen]} />);
    expect(answers).toEqual({ place: { type: 'choice', value: 'hospital' } });
    expect(screen.getByRole('button', { name: 'Rubrik foldable' }).getAttribute('aria-expanded')).toBe(
      'false',
    );
    expect(await violations()).toEqual([]);
  });

  it('say what is wrong in the question’s own words', () => {
    const own: Item = { ...phone, details: { faultText: 'Skriv numret vi når dig på i dag.' } };
    const given: Answers = { phone: { type: 'text', value: 'nej' } };
    expect(faultsToList([own], check([own], given, {}))[0]?.text).toBe(
      'Telefon: Skriv numret vi når dig på i dag.',
    );
  });
});
