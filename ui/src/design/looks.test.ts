import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { afterEach, expect, it } from 'vitest';
import { sheetOfLooks } from './looks';

afterEach(() => document.head.replaceChildren());

/** What a part with this look is told, as the style sheet that is made says it. */
function told(look: string, made: string): string {
  return made.split(`[data-look='${look}'] {`)[1]?.split('[data-look=')[0] ?? '';
}

it('makes each look of the rules that the page has', () => {
  const style = document.createElement('style');
  const tokens = readFileSync(resolve('src/design/tokens.css'), 'utf8');
  style.textContent = `${tokens}\n@media (forced-colors: active) { .mark { border: 1px solid CanvasText; } }`;
  document.head.append(style);
  const made = sheetOfLooks(document.styleSheets);
  expect(made.split("[data-look='light']")[0]).toContain('--paper: #f7f4ec');
  expect(told('dark', made)).toContain('--paper: #111917');
  expect(told('dark', made)).not.toContain('Highlight');
  expect(told('forced', made)).toContain('--focus: Highlight');
  expect(told('forced', made)).toMatch(/\.mark\s*\{/u);
  expect(made).not.toContain(':root');
});
