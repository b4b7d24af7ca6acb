import axe from 'axe-core';

/**
 * The WCAG 2.2 A and AA rules that what stands in the document breaks, each with where. Contrast is measured from the tokens
 * (design/contrast.test.ts), since nothing is painted here.
 */
export async function violations(): Promise<string[]> {
  const { violations: found } = await axe.run(document.body, {
    rules: { 'color-contrast': { enabled: false } },
    runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
  });
  return found.flatMap((rule) => rule.nodes.map((node) => `${rule.id}: ${node.html}`));
}
