import { cleanup, configure } from '@testing-library/react';
import { afterEach } from 'vitest';

// A busy machine is slow, not wrong: what comes is waited for well within a test's own time.
configure({ asyncUtilTimeout: 8_000 });

afterEach(cleanup);

// jsdom lays nothing out, so nothing is ever resized.
class NothingIsResized implements ResizeObserver {
  observe(): void {}
  unobserve(): void {}
  disconnect(): void {}
}
globalThis.ResizeObserver ??= NothingIsResized;

// jsdom has no CSS object; React Aria asks it to escape names for selectors.
globalThis.CSS ??= {
  escape: (text: string) => text.replaceAll(/[^\w-]/g, (sign) => `\\${sign}`),
  supports: () => false,
} as unknown as typeof CSS;

// axe looks for icon fonts by painting; nothing is painted here.
HTMLCanvasElement.prototype.getContext = () => null;

// jsdom lays nothing out, so nothing is out of sight.
Element.prototype.scrollIntoView ??= () => {};

// jsdom has no screen: no media query holds.
window.matchMedia ??= (media) =>
  ({ media, matches: false, addEventListener() {}, removeEventListener() {} }) as unknown as MediaQueryList;

// jsdom takes no style sheets that are made by script, and draws none.
CSSStyleSheet.prototype.replaceSync ??= () => {};
document.adoptedStyleSheets ??= [];
