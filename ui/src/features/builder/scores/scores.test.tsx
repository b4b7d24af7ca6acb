import { act, fireEvent, render, screen, within } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { Edit, PublishProblem, ScoreRange, ScoreSpan, TemplateContent } from '../../../bindings';
import { clearToasts } from '../../../components/Toast';
import { violations } from '../../../testing/axe';
import { problemText } from '../problems';
import { fillGaps } from './gaps';
import { ScoreCard } from './ScoreCard';

afterEach(() => {
  act(() => clearToasts());
});

const range = (id: string, name: string, from: number, to: number): ScoreRange => ({ id, name, from, to });
const content = (scoreRanges: ScoreRange[]): TemplateContent => ({
  name: 'Mående',
  handlerInstruction: '',
  purpose: '',
  answerUse: '',
  contact: '',
  body: [],
  answerable: true,
  form: [],
  ...(scoreRanges.length > 0 ? { scoreRanges } : {}),
});
const low = range('l', 'Låg', 0, 5);
const high = range('h', 'Hög', 13, 20);
const gap: PublishProblem = { problem: 'scoreGap', from: 6, to: 12 };

describe('gaps', () => {
  it('are filled by a range of their own in its place, and no other is widened', () => {
    const filling = fillGaps([gap], content([low, high]));
    expect(filling?.edit).toMatchObject({
      edit: 'addScoreRange',
      range: { name: '', from: 6, to: 12 },
      at: 1,
    });
  });

  it('are filled in one step, each at the place where it comes to stand', () => {
    const first: PublishProblem = { problem: 'scoreGap', from: 0, to: 5 };
    const filling = fillGaps([first, gap], content([high]));
    expect(filling?.edit).toMatchObject({
      edit: 'several',
      edits: [
        { range: { from: 0, to: 5 }, at: 0 },
        { range: { from: 6, to: 12 }, at: 1 },
      ],
    });
    expect(filling?.said).toBe('0–5, 6–12');
  });

  it('that are filled and only not saved are filled once', () => {
    expect(fillGaps([gap], content([low, range('m', 'Måttlig', 6, 12), high]))).toBeUndefined();
    expect(problemText(gap, content([low, high])).fix?.label).toBe('Fyll ut 6–12');
  });
});

describe('a problem in words', () => {
  it('names ranges by their names, or their places', () => {
    const overlap: PublishProblem = { problem: 'scoreRangesOverlap', range: 'l', other: 'x' };
    const text = problemText(overlap, content([low, range('x', ' ', 4, 9)])).text;
    expect(text).toBe('Poängintervallen ”Låg” och intervall 2 går in i varandra');
  });
});

describe('the card', () => {
  function shown(ranges: ScoreRange[], span: ScoreSpan | null, problems: PublishProblem[] = []): Edit[] {
    const edits: Edit[] = [];
    vi.stubGlobal('requestAnimationFrame', (run: () => void) => run());
    render(
      <main>
        <h1>Mall</h1>
        <ScoreCard
          content={content(ranges)}
          span={span}
          problems={problems}
          edit={(edit) => edits.push(edit)}
          faults={problems.map((problem) => problemText(problem, content(ranges)))}
        />
      </main>,
    );
    return edits;
  }
  const span = { lowest: 0, highest: 20 };

  it('is not there where nothing gives points', () => {
    shown([], null);
    expect(screen.queryByRole('heading', { name: 'Poäng' })).toBeNull();
  });

  it('says between which sums answers come, and changes ranges', async () => {
    const edits = shown([low, high], span, [gap, { problem: 'scoreRangeName', range: 'h' }]);
    expect(screen.getByText('Svaren kan ge 0–20 poäng.')).toBeTruthy();
    expect(screen.getByText('Poängintervallet ”Hög” har inget eget namn')).toBeTruthy();
    expect(await violations()).toEqual([]);
    fireEvent.change(screen.getByRole('textbox', { name: 'Namn på intervall 1' }), {
      target: { value: 'Lindrig' },
    });
    fireEvent.change(screen.getByRole('textbox', { name: 'Till, ”Låg”' }), { target: { value: '12' } });
    fireEvent.click(screen.getByRole('button', { name: 'Ta bort ”Hög”' }));
    fireEvent.click(screen.getByRole('button', { name: 'Fyll ut 6–12' }));
    fireEvent.click(screen.getByRole('button', { name: 'Lägg till intervall' }));
    expect(edits).toMatchObject([
      { edit: 'changeScoreRange', range: { ...low, name: 'Lindrig' } },
      { edit: 'changeScoreRange', range: { ...low, to: 12 } },
      { edit: 'removeScoreRange', id: 'h' },
      { edit: 'addScoreRange', range: { from: 6, to: 12 } },
      { edit: 'addScoreRange', range: { from: 21, to: 21 }, at: 2 },
    ]);
  });

  it('stays while there are ranges, though nothing gives points any more', () => {
    shown([low], null, [{ problem: 'scoreRangesUnused' }]);
    expect(within(screen.getByRole('table')).getAllByRole('row')).toHaveLength(2);
    expect(screen.getByText('Ingen fråga ger poäng längre.')).toBeTruthy();
  });
});
