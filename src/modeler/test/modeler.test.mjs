// The plug-in works in the linter that Modeler has inside, loaded as Modeler loads it.
import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { before, test } from 'node:test';
import { runInNewContext } from 'node:vm';
import { Linter } from '../../../target/modeler/modelers-linter.mjs';

const project = new URL('../../../', import.meta.url);
const plugin = new URL('target/modeler/orderflow/', project);

/** @type {Linter} */
let linter;

/** @param {string} name */
const diagram = name => readFileSync(new URL(`processes/${name}`, project), 'utf8');

before(() => {
  const { script } = createRequire(import.meta.url)(new URL('index.js', plugin).pathname);
  const window = { plugins: [] };
  runInNewContext(readFileSync(new URL(script, plugin), 'utf8'), { window });
  assert.deepEqual(window.plugins.map(({ type }) => type), ['lintRules.bpmn']);
  linter = new Linter({ type: 'platform', plugins: window.plugins.map(({ plugin }) => plugin) });
});

for (const name of readdirSync(new URL('processes', project)).filter(name => name.endsWith('.bpmn'))) {
  test(`finds nothing in ${name}`, async () => {
    assert.deepEqual(await linter.lint(diagram(name)), []);
  });
}

test('shows what is refused as an error, in the words of the check of models', async () => {
  const reports = await linter.lint(diagram('Order.bpmn').replace('${reserveStock}', '${reserveStocks}'));

  assert.deepEqual(reports.filter(({ rule }) => rule === 'orderflow/words').map(({ id, category, message }) =>
    ({ id, category, message })), [{
    id: 'Task_ReserveStock',
    category: 'error',
    message: 'camunda:delegateExpression says “${reserveStocks}”. Every order that gets there would fail. Name one of the'
      + " application's steps and nothing else: ${reserveStock}."
  }]);
});

test('shows what is only warned of as a warning', async () => {
  const reports = await linter.lint(diagram('Order.bpmn').replaceAll('candidateGroups="ops"', 'candidateGroups="ops,nobody"'));

  assert.ok(reports.length > 0);
  assert.ok(reports.every(({ rule, category }) => rule === 'orderflow/people-advice' && category === 'warn'));
});

test('shows a missing element at its process, by its label and id', async () => {
  const reports = await linter.lint(diagram('Order.bpmn').replaceAll('"Task_AwaitDelivery"', '"Task_AwaitDelivered"'));

  assert.ok(reports.some(({ id, message }) =>
    id === 'Order' && message.startsWith('Await delivery (Task_AwaitDelivery): it is not there any more: ')));
});
