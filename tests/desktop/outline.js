// What there is on the screen to read and press, for whoever must find out why a test failed.
const things = document.querySelectorAll('h1, h2, h3, button, a[href], input, textarea, [role="alert"], [role="status"], [role="option"], [role="dialog"], legend');
const seen = [...things]
  .filter((thing) => thing.checkVisibility({ visibilityProperty: true }))
  .map((thing) => {
    const said = thing.getAttribute('aria-label') ?? thing.labels?.[0]?.textContent ?? thing.textContent ?? '';
    return `${thing.getAttribute('role') ?? thing.tagName.toLowerCase()}: ${said.replace(/\s+/g, ' ').trim().slice(0, 120)}`;
  });
return [...(window.faults ?? []), ...seen].join('\n');
