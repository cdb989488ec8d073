/** @import { Diagram, Element } from './diagram.mjs' */

/**
 * What is wrong with an element.
 *
 * @typedef {object} Finding
 * @property {string} rule the name of the rule, as in the check of models
 * @property {'error' | 'warn'} severity whether a deployment is refused
 * @property {string} element the id of the element
 * @property {string} shownAt the id of the element at which Modeler shows it; another one if the element is missing
 * @property {string} label the name of the element for people
 * @property {string} message what is wrong, and what would happen to whom
 * @property {string} remedy what to do instead
 */

/** @typedef {(diagram: Diagram) => Iterable<Finding>} Rule */

const QUOTED = 120;

/**
 * Returns the findings of one rule.
 * @param {string} rule
 */
export function findingsOf(rule) {
  /**
   * @param {Finding['severity']} severity
   * @returns {(element: Element, message: string, remedy: string) => Finding}
   */
  const of = severity => (element, message, remedy) => ({
    rule, severity, element: element.id ?? '', shownAt: element.id ?? '', label: element.get('name') ?? '', message, remedy
  });
  return {
    refused: of('error'),
    warning: of('warn'),

    /**
     * @param {Element} process where Modeler shows it
     * @param {string} id
     * @param {string} label
     * @param {string} loss
     * @returns {Finding}
     */
    missing: (process, id, label, loss) => ({
      rule, severity: 'error', element: id, shownAt: process.id ?? '', label,
      message: `it is not there any more: ${loss}.`,
      remedy: 'Draw it again with its id; only labels are free.'
    })
  };
}

/**
 * Returns a text in one short line.
 * @param {string} text
 */
export function quotable(text) {
  const line = text.replace(/[\x00-\x1f\x7f\s]+/g, ' ').trim();
  return line.length <= QUOTED ? line : `${line.slice(0, QUOTED)}…`;
}
