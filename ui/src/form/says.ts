import type { Answer } from '../bindings';

/** Whether an answer says anything. */
export function saysSomething(answer: Answer | undefined): answer is Answer {
  if (answer === undefined) return false;
  switch (answer.type) {
    case 'text':
    case 'number':
    case 'date':
    case 'time':
      return answer.value.trim() !== '';
    case 'dateTime':
      return answer.value.date.trim() !== '' || answer.value.time.trim() !== '';
    case 'choices':
      return answer.value.length > 0;
    case 'written':
      return answer.value.chosen.length > 0;
    case 'matrix':
      return Object.keys(answer.value).length > 0;
    // A row that was added is there, also before anything is said in it.
    case 'rows':
      return answer.value.length > 0;
    case 'confirmed':
      return answer.value;
    case 'yesNo':
    case 'choice':
      return true;
  }
}
