import type { RegisterRow } from '../../bindings';

/** Whether every word of the filter is in the name, or the filter's digits are in the number, however they are written. */
export function fits({ name, number }: Pick<RegisterRow, 'name' | 'number'>, filter: string): boolean {
  const typed = filter.trim().toLocaleLowerCase('sv');
  if (typed === '') return true;
  if (/^[\d\s+-]+$/.test(typed)) return number.includes(typed.replaceAll(/\D/g, ''));
  const own = name.toLocaleLowerCase('sv');
  return typed.split(/\s+/).every((word) => own.includes(word));
}
