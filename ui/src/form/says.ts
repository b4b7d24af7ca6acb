import type { Answer } from '../bindings';

/** Whether an answer says anything. */
export function saysSomething(answer: Answer | undefined): answer is Answer {
  if (answer === undefined) return false;
  switch (answer.type) {
    case 'text':
    case 'number':
    case 'date':
      return answer.value.trim() !== '';
    case 'choices':
      return answer.value.length > 0;
    case 'confirmed':
      return answer.value;
    case 'yesNo':
    case 'choice':
      return true;
  }
}
