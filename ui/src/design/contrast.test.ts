import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

const css = readFileSync(resolve('src/design/tokens.css'), 'utf8');

/** The custom properties with a plain colour that one `:root` block declares. */
function coloursIn(block: string): Map<string, string> {
  const colours = new Map<string, string>();
  for (const [, name, value] of block.matchAll(/--([a-z-]+):\s*(#[0-9a-f]{6});/g)) {
    if (name !== undefined && value !== undefined) colours.set(name, value);
  }
  return colours;
}

const [lightPart = '', darkPart = ''] = css.split('@media (prefers-color-scheme: dark)');
const themes = {
  light: coloursIn(lightPart),
  dark: new Map([...coloursIn(lightPart), ...coloursIn(darkPart.split('@media')[0] ?? '')]),
};

/** Relative luminance, WCAG 2.2. */
function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(a: string, b: string): number {
  const [light = 0, dark = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return (light + 0.05) / (dark + 0.05);
}

/** Text on its ground: SC 1.4.3 (AA) asks for 4.5. */
const textPairs = [
  ['ink', 'paper'],
  ['ink', 'surface'],
  ['ink', 'sunken'],
  ['ink-soft', 'paper'],
  ['ink-soft', 'surface'],
  ['ink-soft', 'sunken'],
  ['accent', 'paper'],
  ['accent', 'surface'],
  ['accent', 'sunken'],
  ['accent-hover', 'paper'],
  ['on-accent', 'accent'],
  ['on-accent', 'accent-hover'],
  ['accent-ink', 'accent-soft'],
  ['ink', 'accent-soft'],
  ['nav-ink', 'nav'],
  ['nav-ink', 'nav-hover'],
  ['nav-ink', 'nav-selected'],
  ['nav-ink-soft', 'nav'],
  ['on-notch', 'notch'],
  ['info-ink', 'info-ground'],
  ['observe-ink', 'observe-ground'],
  ['error-ink', 'error-ground'],
  ['error-ink', 'surface'],
  ['error-ink', 'paper'],
  ['success-ink', 'success-ground'],
  ['on-danger', 'danger'],
  ['on-danger', 'danger-hover'],
  ['danger', 'surface'],
  ['danger', 'paper'],
] as const;

/** What must be seen to understand a control: SC 1.4.11 asks for 3. */
const markPairs = [
  ['line-strong', 'paper'],
  ['line-strong', 'surface'],
  ['focus', 'paper'],
  ['focus', 'surface'],
  ['focus', 'sunken'],
  ['nav-focus', 'nav'],
  ['notch', 'nav-selected'],
  ['accent', 'surface'],
  ['info-line', 'info-ground'],
  ['observe-line', 'observe-ground'],
  ['error-line', 'error-ground'],
  ['error-line', 'surface'],
  ['success-line', 'success-ground'],
] as const;

describe.each(['light', 'dark'] as const)('in %s', (light) => {
  const colour = (name: string): string => {
    const value = themes[light].get(name);
    if (value === undefined) throw new Error(`tokens.css has no colour --${name}`);
    return value;
  };

  it.each(textPairs)('%s reads on %s', (text, ground) => {
    expect(contrast(colour(text), colour(ground))).toBeGreaterThanOrEqual(4.5);
  });

  it.each(markPairs)('%s is seen on %s', (mark, ground) => {
    expect(contrast(colour(mark), colour(ground))).toBeGreaterThanOrEqual(3);
  });
});

it('gives every light colour a dark one', () => {
  const dark = coloursIn(darkPart.split('@media')[0] ?? '');
  expect([...themes.light.keys()].filter((name) => !dark.has(name))).toEqual([]);
});
