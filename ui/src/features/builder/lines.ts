/** Lines with something on them, without the bullets and numbers of a list that was copied. */
export function linesOf(text: string, between: RegExp = /\r?\n/): readonly string[] {
  return text
    .split(between)
    .map((line) => line.replace(/^\s*(?:[-–•*·]|\d{1,2}[.)])\s+/, '').trim())
    .filter((line) => line !== '');
}
