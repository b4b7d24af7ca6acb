import type { PublishProblem, TemplateContent } from '../../bindings';
import { withSmall } from '../../i18n/format';
import { t } from '../../i18n/sv';
import type { Fix } from './fix';
import { outline } from './outline';
import { fillGaps } from './scores/gaps';

/** Ids of the fields, by which a problem leads to where it is righted. */
export const fieldId = {
  name: 'template-name',
  handlerInstruction: 'template-instruction',
  purpose: 'template-purpose',
  answerUse: 'template-answer-use',
  contact: 'template-contact',
  body: 'template-body',
  form: 'template-form',
  examples: 'template-examples',
  scores: 'template-scores',
  publish: 'publish-template',
  languages: 'template-languages',
  part: (id: string) => `part-${id}`,
  scoreRange: (id: string) => `score-range-${id}`,
  item: (id: string) => `item-${id}`,
  settings: (id: string) => `settings-${id}`,
  condition: (id: string) => `condition-${id}`,
  picture: (id: string) => `picture-${id}`,
} as const;

/** A group of problems, as the screen is grouped. */
export type ProblemGroup = 'about' | 'guideline' | 'message' | 'form';

/** What was found, in words: where it is righted, and the rule behind it. */
export interface FindingText {
  readonly group: ProblemGroup;
  readonly field: string;
  readonly text: string;
  readonly why: string;
  /** What rights it in one press, where that is possible. */
  readonly fix?: Fix | undefined;
}

/** Says a problem in words, with the number of the question or slot as the screen counts them. */
export function problemText(problem: PublishProblem, content: TemplateContent): FindingText {
  const words = t.builder.problems;
  const { id, name, group } = placeOf(problem, content);
  const { text, why } = words[problem.problem];
  return {
    group,
    field: id,
    text: typeof text === 'function' ? text(name, wayOf(problem, content)) : text,
    why,
    fix: fixOf(problem, content),
  };
}

function fixOf(problem: PublishProblem, content: TemplateContent): Fix | undefined {
  const filling = fillGaps([problem], content);
  if (!filling) return undefined;
  return { label: t.scores.fill(filling.said), edit: filling.edit, done: t.scores.filled(filling.said) };
}

/** What is wrong in one field; nothing when it is right. */
export function faultOf(faults: readonly FindingText[], field: string): string | undefined {
  return faults.find((fault) => fault.field === field)?.text;
}

interface Place {
  readonly group: ProblemGroup;
  readonly id: string;
  /** "Fråga 3", or the place of a slot; empty where nothing is counted. */
  readonly name: string;
}

function placeOf(problem: PublishProblem, content: TemplateContent): Place {
  switch (problem.problem) {
    case 'nameMissing':
    case 'nameTooLong':
      return { group: 'about', id: fieldId.name, name: '' };
    case 'bodyEmpty':
      return { group: 'message', id: firstPart(content), name: '' };
    case 'slotLabelMissing':
      return {
        group: 'message',
        id: fieldId.part(problem.item),
        name: String(placeOfPart(content, problem.item)),
      };
    case 'noQuestions':
      return { group: 'form', id: fieldId.form, name: '' };
    case 'itemTextMissing':
    case 'sectionEmpty':
    case 'notInRows':
      return { group: 'form', id: fieldId.item(problem.item), name: nameIn(content, problem.item) };
    case 'tooFewOptions':
    case 'optionTextMissing':
    case 'optionsAlike':
    case 'numberLimits':
    case 'matrixRows':
    case 'dateLimits':
    case 'optionRoles':
    case 'initialMisfit':
    case 'limit':
      return { group: 'form', id: fieldId.settings(problem.item), name: nameIn(content, problem.item) };
    case 'scoreRangeName':
    case 'scoreRangeTurned':
    case 'scoreRangesOverlap':
      return {
        group: 'form',
        id: fieldId.scoreRange(problem.range),
        name: rangeName(content, problem.range),
      };
    case 'scoreGap':
      return { group: 'form', id: fieldId.scores, name: t.scores.sums(problem.from, problem.to) };
    case 'scoreRangesUnused':
      return { group: 'form', id: fieldId.scores, name: '' };
    case 'exampleDeviates':
      return { group: 'form', id: fieldId.examples, name: exampleName(content, problem.example) };
    case 'conditionBroken':
    case 'conditionLooksAhead':
    case 'conditionCircle':
    case 'neverShown':
      return { group: 'form', id: fieldId.condition(problem.item), name: nameIn(content, problem.item) };
  }
}

/** The other questions of a problem, by their names: a circle comes back to where it began. */
function wayOf(problem: PublishProblem, content: TemplateContent): string {
  if (problem.problem === 'exampleDeviates') return deviationInWords(problem, content);
  if (problem.problem === 'scoreRangesOverlap') return rangeName(content, problem.other);
  if (problem.problem === 'conditionLooksAhead') return withSmall(nameIn(content, problem.to));
  if (problem.problem !== 'conditionCircle') return '';
  return [...problem.path, problem.item].map((id) => withSmall(nameIn(content, id))).join(' → ');
}

function firstPart({ body }: TemplateContent): string {
  const [first] = body;
  return first ? fieldId.part(first.id) : fieldId.body;
}

/** A part's place in the message, counted from 1. */
function placeOfPart({ body }: TemplateContent, id: string): number {
  return body.findIndex((one) => one.id === id) + 1;
}

function rangeName({ scoreRanges = [] }: TemplateContent, id: string): string {
  const at = scoreRanges.findIndex((one) => one.id === id);
  return t.scores.named(scoreRanges[at]?.name.trim() ?? '', at + 1);
}

function exampleName({ examples = [] }: TemplateContent, id: string): string {
  const name = examples.find((one) => one.id === id)?.name.trim() ?? '';
  return `”${name || t.rehearsal.examples.nameless}”`;
}

/** "ser nu fråga 5", "ser inte längre fråga 5". */
export function deviationInWords(
  { item, isShown }: { readonly item: string; readonly isShown: boolean },
  content: TemplateContent,
): string {
  const words = t.rehearsal.examples;
  const name = nameIn(content, item);
  if (name === '') return words.missesGone;
  return isShown ? words.sees(withSmall(name)) : words.misses(withSmall(name));
}

/** What an item is called on the screen: "Fråga 3". */
export function nameIn({ form }: TemplateContent, id: string): string {
  return outline(form).find((line) => line.id === id)?.name ?? '';
}
