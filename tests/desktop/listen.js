// Keeps what goes wrong in the page's own code.
window.faults ??= [];
const note = (what) => window.faults.push(String(what?.stack ?? what));
window.addEventListener('error', (event) => note(`${event.message}\n${event.error?.stack ?? ''}`));
window.addEventListener('unhandledrejection', (event) => note(event.reason));
document.addEventListener('securitypolicyviolation', (event) => note(`${event.violatedDirective}: ${event.blockedURI} ${event.sourceFile}`));
