// The rules as bpmnlint wants them: for each rule one that reports what is refused, and one that reports what is only
// warned of.
import { Diagram } from './diagram.mjs';
import { customers } from './rules/customers.mjs';
import { caughtErrors } from './rules/errors.mjs';
import { kept } from './rules/kept.mjs';
import { ourNames } from './rules/names.mjs';
import { neededElements } from './rules/needed.mjs';
import { people } from './rules/people.mjs';
import { references } from './rules/references.mjs';
import { times } from './rules/times.mjs';
import { words } from './rules/words.mjs';

/** @import { Element } from './diagram.mjs' */
/** @import { Finding, Rule } from './finding.mjs' */

const PACKAGE = 'bpmnlint-plugin-orderflow';

/** @type {Record<string, Rule>} */
const rules = {
  words,
  'needed-elements': neededElements,
  'our-names': ourNames,
  'caught-errors': caughtErrors,
  times,
  people,
  customers,
  ways: kept,
  references
};

/**
 * Returns all that is wrong with a diagram.
 * @param {Element} definitions
 * @returns {Finding[]}
 */
export function check(definitions) {
  const diagram = new Diagram(definitions);
  return Object.values(rules).flatMap(rule => [...rule(diagram)]);
}

/** @param {Finding} finding */
function sentence({ element, shownAt, label, message, remedy }) {
  return element === shownAt ? `${message} ${remedy}` : `${label} (${element}): ${message} ${remedy}`;
}

/**
 * @param {Rule} rule
 * @param {Finding['severity']} severity
 */
function lintRule(rule, severity) {
  return () => ({
    /**
     * @param {Element} node
     * @param {{ report: (id: string, message: string) => void }} reporter
     */
    check(node, reporter) {
      if (node.$type !== 'bpmn:Definitions') return;
      for (const finding of rule(new Diagram(node))) {
        if (finding.severity === severity) reporter.report(finding.shownAt, sentence(finding));
      }
    }
  });
}

/** @type {Record<string, () => object>} */
const lintRules = Object.fromEntries(Object.entries(rules).flatMap(([name, rule]) => [
  [name, lintRule(rule, 'error')],
  [`${name}-advice`, lintRule(rule, 'warn')]
]));

export const config = {
  rules: Object.fromEntries(Object.keys(lintRules)
    .map(name => [`orderflow/${name}`, name.endsWith('-advice') ? 'warn' : 'error']))
};

export const resolver = {
  /**
   * @param {string} pkg
   * @param {string} name
   */
  resolveRule(pkg, name) {
    if (pkg !== PACKAGE || !lintRules[name]) throw new Error(`unknown rule <${pkg}/${name}>`);
    return lintRules[name];
  },

  /**
   * @param {string} pkg
   * @param {string} name
   */
  resolveConfig(pkg, name) {
    throw new Error(`unknown config <${pkg}/${name}>`);
  }
};
