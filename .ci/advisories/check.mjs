// See README.md.
import { readFileSync, readdirSync } from 'node:fs';
import { complaints, unlisted } from './judge.mjs';

const OSV = process.env.OSV_ADDRESS ?? 'https://api.osv.dev';

function read(path) {
  return JSON.parse(readFileSync(path, 'utf8'));
}

const tests = ['src/test', '.ci'].flatMap(folder => readdirSync(folder, { recursive: true }))
  .map(file => file.replace(/^.*\//, '').replace(/\.java$/, ''));
const purls = [...read('target/classes/META-INF/sbom/application.cdx.json').components.map(({ purl }) => purl),
  ...read('.ci/advisories/bundled.json')];
const advisories = read('.ci/advisories/advisories.json');

const wrong = complaints(purls, advisories, name => tests.includes(name));
if (process.argv.includes('--ask')) wrong.push(...await unlisted(OSV, purls, advisories));
wrong.forEach(sentence => console.error(sentence));
console.log(`${purls.length} components, ${advisories.length} advisories, ${wrong.length} complaints`);
process.exit(wrong.length === 0 ? 0 : 1);
