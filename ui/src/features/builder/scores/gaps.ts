import type { Edit, PublishProblem, ScoreRange, ScoreSpan, TemplateContent } from '../../../bindings';
import { t } from '../../../i18n/sv';

/** Sums that no range has. */
export type Gap = Extract<PublishProblem, { problem: 'scoreGap' }>;

/** What fills the gaps that the core found. */
export interface Filling {
  readonly edit: Edit;
  /** The first range that it makes, whose name is to be written. */
  readonly first: string;
  /** Which sums, in words. */
  readonly said: string;
}

/**
 * A range of its own for each gap, still without a name: to widen another would give sums a name that nobody chose for them. Nothing
 * where there is no gap, or where they are filled and only not saved.
 */
export function fillGaps(problems: readonly PublishProblem[], content: TemplateContent): Filling | undefined {
  const ranges = content.scoreRanges ?? [];
  const gaps = problems.flatMap((problem) =>
    problem.problem === 'scoreGap' && !isFilled(problem, ranges) ? [problem] : [],
  );
  const made = gaps.map(({ from, to }): ScoreRange => ({ id: crypto.randomUUID(), name: '', from, to }));
  const [first] = made;
  if (!first) return undefined;
  const all = made.reduce<readonly ScoreRange[]>(withRange, ranges);
  const edits = made.map((range): Edit => ({ edit: 'addScoreRange', range, at: placeIn(all, range) }));
  const said = gaps.map(({ from, to }) => t.scores.sums(from, to)).join(', ');
  return {
    edit: edits.length === 1 && edits[0] ? edits[0] : { edit: 'several', edits },
    first: first.id,
    said,
  };
}

/** The range that comes next: from where the others end, as far as sums go. */
export function rangeAfter(ranges: readonly ScoreRange[], span: ScoreSpan | null): ScoreRange {
  const from = ranges.reduce((next, { to }) => Math.max(next, to + 1), span?.lowest ?? 0);
  return { id: crypto.randomUUID(), name: '', from, to: Math.max(from, span?.highest ?? from) };
}

function isFilled({ from, to }: Gap, ranges: readonly ScoreRange[]): boolean {
  return ranges.some((range) => range.from <= from && range.to >= to);
}

function withRange(ranges: readonly ScoreRange[], range: ScoreRange): readonly ScoreRange[] {
  const at = ranges.findIndex((one) => one.from > range.from);
  return at === -1 ? [...ranges, range] : [...ranges.slice(0, at), range, ...ranges.slice(at)];
}

function placeIn(ranges: readonly ScoreRange[], range: ScoreRange): number {
  return ranges.findIndex(({ id }) => id === range.id);
}
