import type { PublishProblem, TemplateContent } from '../../bindings';
import { t } from '../../i18n/sv';

/** Ids of the fields, by which a problem leads to where it is righted. */
export const fieldId = {
  name: 'template-name',
  handlerInstruction: 'template-instruction',
  purpose: 'template-purpose',
  answerUse: 'template-answer-use',
  contact: 'template-contact',
  body: 'template-body',
  form: 'template-form',
  part: (id: string) => `part-${id}`,
  item: (id: string) => `item-${id}`,
  settings: (id: string) => `settings-${id}`,
  condition: (id: string) => `condition-${id}`,
} as const;

/** A group of problems, as the screen is grouped. */
export type ProblemGroup = 'about' | 'guideline' | 'message' | 'form';

/** What was found, in words: where it is righted, and the rule behind it. */
export interface Finding {
  readonly field: string;
  readonly text: string;
  readonly why: string;
}

/** A problem in words. */
export interface ProblemText extends Finding {
  readonly group: ProblemGroup;
}

/** Says a problem in words, with the number of the question or slot as the screen counts them. */
export function problemText(problem: PublishProblem, content: TemplateContent): ProblemText {
  const words = t.builder.problems;
  const { id, at, group } = placeOf(problem, content);
  const { text, why } = words[problem.problem];
  return {
    group,
    field: id,
    text: typeof text === 'function' ? text(at, wayOf(problem, content)) : text,
    why,
  };
}

/** What is wrong in one field; nothing when it is right. */
export function faultOf(faults: readonly ProblemText[], field: string): string | undefined {
  return faults.find((fault) => fault.field === field)?.text;
}

interface Place {
  readonly group: ProblemGroup;
  readonly id: string;
  /** Counted from 1; 0 where nothing is counted. */
  readonly at: number;
}

function placeOf(problem: PublishProblem, content: TemplateContent): Place {
  switch (problem.problem) {
    case 'nameMissing':
    case 'nameTooLong':
      return { group: 'about', id: fieldId.name, at: 0 };
    case 'purposeMissing':
      return { group: 'guideline', id: fieldId.purpose, at: 0 };
    case 'answerUseMissing':
      return { group: 'guideline', id: fieldId.answerUse, at: 0 };
    case 'contactMissing':
      return { group: 'guideline', id: fieldId.contact, at: 0 };
    case 'bodyEmpty':
      return { group: 'message', id: firstPart(content), at: 0 };
    case 'slotLabelMissing':
      return { group: 'message', id: fieldId.part(problem.item), at: placeIn(content.body, problem.item) };
    case 'noQuestions':
      return { group: 'form', id: fieldId.form, at: 0 };
    case 'itemTextMissing':
      return { group: 'form', id: fieldId.item(problem.item), at: placeIn(content.form, problem.item) };
    case 'tooFewOptions':
    case 'optionTextMissing':
    case 'optionsAlike':
    case 'numberLimits':
    case 'limit':
      return { group: 'form', id: fieldId.settings(problem.item), at: placeIn(content.form, problem.item) };
    case 'conditionBroken':
    case 'conditionLooksAhead':
    case 'conditionCircle':
    case 'neverShown':
      return { group: 'form', id: fieldId.condition(problem.item), at: placeIn(content.form, problem.item) };
  }
}

/** The other questions of a problem, by their numbers: a circle comes back to where it began. */
function wayOf(problem: PublishProblem, { form }: TemplateContent): string {
  if (problem.problem === 'conditionLooksAhead') return String(placeIn(form, problem.to));
  if (problem.problem !== 'conditionCircle') return '';
  return [...problem.path, problem.item].map((id) => placeIn(form, id)).join(' → ');
}

function firstPart({ body }: TemplateContent): string {
  const [first] = body;
  return first ? fieldId.part(first.id) : fieldId.body;
}

/** Its place, counted from 1. */
export function placeIn(list: readonly { readonly id: string }[], id: string): number {
  return list.findIndex((one) => one.id === id) + 1;
}
