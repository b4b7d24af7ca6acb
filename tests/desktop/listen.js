// Keeps what goes wrong in the page's own code.
window.faults ??= [];
const note = (what) => window.faults.push(String(what?.stack ?? what));
// Not a fault: what watches a size is told of it in the next frame instead (https://drafts.csswg.org/resize-observer/#deliver-resize-error).
const isLateSize = (event) => event.message.startsWith('ResizeObserver loop');
window.addEventListener('error', (event) => isLateSize(event) || note(`${event.message}\n${event.error?.stack ?? ''}`));
window.addEventListener('unhandledrejection', (event) => note(event.reason));
document.addEventListener('securitypolicyviolation', (event) => note(`${event.violatedDirective}: ${event.blockedURI} ${event.sourceFile}`));
