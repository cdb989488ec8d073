// The plug-in says of a diagram what the check of models says. The edits, and what that check says of them, are
// written by ModelerPluginTests.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { parse } from '../../../.ci/diagrams/src/moddle.js';
import { check } from '../lint.mjs';

/**
 * @typedef {object} Checked
 * @property {'ours' | 'harmless' | 'harmful' | 'evil'} kind
 * @property {string} what
 * @property {string} file
 * @property {string} text
 * @property {Said[]} findings
 */

/** @typedef {{ rule: string, element: string, severity: string, sentence: string }} Said */

/** The rules by which the plug-in says all that the check of models says. */
const IN_FULL = new Set(['known-words', 'known-values', 'process-starts', 'needed-elements', 'our-names', 'caught-errors',
  'times', 'people', 'customers']);

/** The rules by which a file is refused before the other rules look at it. */
const FIRST = new Set(['known-words', 'known-values', 'process-starts']);

/** What the check of models says by this rule depends on what is sent along, or in use. */
const ADVICE = 'references';

/**
 * Edits of which the plug-in says something else, or nothing.
 * @type {Record<string, string>}
 */
const ELSEWISE = {
  'expression in a field': 'Modeler holds the attribute and the element of that name as the same',
  'owner by a call': 'Modeler calls the element by its type',
  'a secret of another part of the application': 'the plug-in knows the steps of the application, and no other parts'
};

/** The check of models names no more than this for a file. */
const MOST = 50;

/** @type {Checked[]} */
const edits = JSON.parse(readFileSync(new URL('../../../target/modeler/edits.json', import.meta.url), 'utf8'));

/** @param {Said} said */
const line = ({ rule, element, severity, sentence }) => `${severity} ${element} (${rule}): ${sentence}`;

/** @param {unknown} rootElement */
function saidByPlugin(rootElement) {
  return check(/** @type {any} */ (rootElement)).map(({ rule, element, severity, message, remedy }) =>
    ({ rule, element, severity, sentence: `${message} ${remedy}` }));
}

for (const { kind, what, file, text, findings } of edits) {
  test(`${kind}: ${what} in ${file}`, async context => {
    if (findings.some(({ rule }) => rule === 'known-files')) return context.skip('its name is refused');
    const opened = await parse(text).catch(() => undefined);
    if (!opened) {
      assert.notDeepEqual(findings, [], 'Modeler cannot open it');
      return undefined;
    }
    const said = saidByPlugin(opened.rootElement);
    const expected = new Set(findings.map(line));
    const lines = new Set(said.map(line));
    const isFirst = findings.some(({ rule }) => FIRST.has(rule));
    const compared = said.filter(({ rule }) => rule !== ADVICE && (!isFirst || FIRST.has(rule)));

    if (kind === 'ours') assert.deepEqual(said, []);
    if (kind === 'harmless') assert.deepEqual(said.filter(({ severity }) => severity === 'error'), []);
    assert.ok(said.every(({ rule, severity }) => rule !== ADVICE || severity === 'warn'));
    if (what in ELSEWISE) {
      assert.notDeepEqual(compared.map(line), findings.map(line), `no longer so: ${ELSEWISE[what]}`);
      return undefined;
    }
    if (findings.length < MOST && !findings.some(({ rule }) => rule === 'readable')) {
      assert.deepEqual(compared.map(line).filter(one => !expected.has(one)), [], 'the check of models does not say that');
    }
    // What Modeler itself warns of when it opens the file is not in the diagram that it holds.
    if (opened.warnings.length === 0) {
      const less = findings.filter(one => IN_FULL.has(one.rule) && !lines.has(line(one)));
      assert.deepEqual(less.map(line), [], 'the plug-in does not say that');
    }
    return undefined;
  });
}

test('says at the element itself, or at the process if the element is missing', async () => {
  const edit = edits.find(({ what, findings }) => what.includes('Task_ReserveStock') && findings.length > 0);
  const { rootElement } = await parse(edit?.text ?? '');
  const findings = check(/** @type {any} */ (rootElement));
  assert.ok(findings.some(({ element, shownAt }) => element === 'Task_ReserveStock' && shownAt === 'Order'));
});
