// Shows every form that was written in a page of a browser: one line each, the name and what became of it. Of a form that is not
// shown also how it goes as it came. The page has a function showForm that says so itself; of one that does not come back within
// the time the browser is thrown away.
import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const [folder, puppeteerAt, page, executablePath] = process.argv.slice(2);
const { launch } = createRequire(join(puppeteerAt, 'package.json'))('puppeteer-core');
// For one form.
const PATIENCE = 30_000;
// For a browser on a busy machine to start, and for a page to be ready.
const START = 120_000;
// Nothing is asked of any other machine.
const args = ['--allow-file-access-from-files', '--no-proxy-server', '--host-resolver-rules=MAP * ~NOTFOUND', '--disable-gpu'];
if (process.getuid?.() === 0) {
  args.push('--no-sandbox');
}

let browser;
let tab;

/** The page that shows forms, in a tab of its own as long as nothing was refused in it. */
async function opened() {
  browser ??= await launch({ executablePath, headless: true, args, timeout: START });
  if (tab === undefined) {
    tab = await browser.newPage();
    await tab.goto(pathToFileURL(page).href, { timeout: START });
    await tab.waitForFunction('typeof window.showForm === "function" && window.isReady !== false', { timeout: START });
  }
  return tab;
}

async function shown(name) {
  const now = await opened();
  const form = JSON.parse(readFileSync(join(folder, name), 'utf8'));
  const late = new Promise((done) => setTimeout(done, PATIENCE, 'hänger').unref());
  const verdict = await Promise.race([now.evaluate((one) => window.showForm(one), form), late]).catch((fault) => `nej ${fault}`);
  if (verdict === 'hänger') {
    // A page that never comes back cannot be closed either.
    browser.process()?.kill('SIGKILL');
    browser = undefined;
    tab = undefined;
  } else if (!verdict.startsWith('ja')) {
    // What was refused once is remembered by some, and not by others.
    await now.close();
    tab = undefined;
  }
  return verdict.split('\n')[0].slice(0, 160);
}

for (const name of readdirSync(folder).sort()) {
  if (!name.endsWith('.written.json')) {
    continue;
  }
  const verdict = await shown(name);
  console.log(`${name} ${verdict}`);
  if (!verdict.startsWith('ja')) {
    const original = name.replace('.written.', '.original.');
    console.log(`${original} ${await shown(original)}`);
  }
}
await browser?.close();
process.exit(0);
