// Lints diagrams and validates element templates; any error or warning fails.
// Usage: lint [FILE.bpmn ...]
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { validateAll } from '@bpmn-io/element-templates-validator';
import { models, list, report } from './files.js';
import { parse } from './moddle.js';

const require = createRequire(import.meta.url);
const { Linter } = require('bpmnlint');
const NodeResolver = require('bpmnlint/lib/resolver/node-resolver');

const config = {
  extends: ['bpmnlint:recommended', 'plugin:camunda-compat/camunda-platform-7-24']
};

async function lint(file) {
  const { rootElement, warnings } = await parse(readFileSync(file, 'utf8'));
  const linter = new Linter({ config, resolver: new NodeResolver({ require }) });
  const results = await linter.lint(rootElement);
  return [
    ...warnings.map(({ message }) => `import: ${message.split('\n')[0]}`),
    ...Object.entries(results).flatMap(([rule, reports]) =>
      reports.map(({ category, id, message }) => `${category} ${id ?? ''}: ${message} (${rule})`))
  ];
}

function validateTemplates(file) {
  let content;
  try {
    content = JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    return [error.message];
  }
  const { results } = validateAll([content].flat());
  return results.flatMap(({ errors, object }) =>
    (errors ?? []).map(({ dataPath, instancePath, message }) =>
      `template ${object?.id ?? '?'}: ${dataPath ?? instancePath ?? ''} ${message}`));
}

for (const file of models(process.argv.slice(2), '.bpmn')) {
  report(file, await lint(file).catch(error => [`cannot be read: ${error.message}`]));
}
if (process.argv.length === 2) {
  for (const file of list('processes/.camunda/element-templates', '.json')) report(file, validateTemplates(file));
}
