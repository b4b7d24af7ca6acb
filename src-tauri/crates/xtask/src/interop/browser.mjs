// Shows every form that was written in a page of a browser: one line each, the name and what became of it. Of a form that is not
// shown also how it goes as it came. The page has a function showForm that says so itself; of one that does not come back within
// the time the browser is thrown away.
import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const [folder, puppeteerAt, page, executablePath] = process.argv.slice(2);
const { launch } = createRequire(join(puppeteerAt, 'package.json'))('puppeteer-core');
const PATIENCE = 30_000;
// Nothing is asked of any other machine.
const args = ['--allow-file-access-from-files', '--no-proxy-server', '--host-resolver-rules=MAP * ~NOTFOUND', '--disable-gpu'];
if (process.getuid?.() === 0) {
  args.push('--no-sandbox');
}

let open;
async function opened() {
  if (open === undefined) {
    const browser = await launch({ executablePath, headless: true, args });
    const tab = await browser.newPage();
    await tab.goto(pathToFileURL(page).href);
    await tab.waitForFunction('typeof window.showForm === "function" && window.isReady !== false');
    open = { browser, tab };
  }
  return open;
}

async function shown(name) {
  const { browser, tab } = await opened();
  const form = JSON.parse(readFileSync(join(folder, name), 'utf8'));
  const late = new Promise((done) => setTimeout(done, PATIENCE, 'hänger').unref());
  const verdict = await Promise.race([tab.evaluate((one) => window.showForm(one), form), late]).catch((fault) => `nej ${fault}`);
  if (verdict === 'hänger') {
    browser.process()?.kill('SIGKILL');
    open = undefined;
  } else if (!verdict.startsWith('ja')) {
    // What was refused once is remembered by some, and not by others.
    await browser.close();
    open = undefined;
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
await open?.browser.close();
process.exit(0);
