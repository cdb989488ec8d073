// Opens diagrams and decisions as an analyst's Modeler does and saves them: no warning, nothing lost or changed.
// Usage: roundtrip [--write] [FILE ...]
// With --write, a file that survives is replaced by what the Modeler saves: its layout of the text.
import { readFileSync, writeFileSync } from 'node:fs';
import { models, report } from './files.js';
import { compare } from './compare.js';
import { open, withBrowser } from './modeler.js';

const args = process.argv.slice(2);
const write = args.includes('--write');
const files = models(args.filter(arg => arg !== '--write'), '.bpmn', '.dmn');

async function findings(page, file) {
  const xml = readFileSync(file, 'utf8');
  const warnings = await open(page, xml);
  if (warnings.length) return warnings.map(warning => `warning: ${warning}`);
  const { xml: saved } = await page.evaluate(() => modeler.saveXML({ format: true }));
  const differences = await compare(xml, saved);
  if (write && !differences.length) writeFileSync(file, saved);
  return differences;
}

if (files.length) {
  await withBrowser(async page => {
    for (const file of files) report(file, await findings(page, file));
  });
}
