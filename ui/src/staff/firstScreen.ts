/**
 * Calls back once, when a screen with a heading has been painted: the heading is what every page has, and what none has while
 * it waits for the core.
 */
export function whenFirstScreenIsDrawn(drawn: () => void): void {
  const look = () => {
    if (!document.querySelector('h1')?.textContent) return false;
    // The frame that is being prepared, and the one after: by then it is on the glass.
    requestAnimationFrame(() => requestAnimationFrame(drawn));
    return true;
  };
  if (look()) return;
  const watcher = new MutationObserver(() => {
    if (look()) watcher.disconnect();
  });
  watcher.observe(document.body, { childList: true, subtree: true, characterData: true });
}
