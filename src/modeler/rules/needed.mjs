// The rule that our own processes have the elements that the application needs, and that some path leads to each.
import { definitionOf, is, processOf, step } from '../diagram.mjs';
import { findingsOf } from '../finding.mjs';
import { ours, vocabulary } from '../vocabulary.mjs';

/** @import { Element, Diagram } from '../diagram.mjs' */
/** @import { Finding } from '../finding.mjs' */

const { refused, missing } = findingsOf('needed-elements');

/** @param {string} id */
export function stepOf(id) {
  const name = id.slice(id.indexOf('_') + 1);
  return name[0].toLowerCase() + name.slice(1);
}

/** @type {Record<string, (node: Element) => boolean>} */
const kinds = {
  STEP: node => is(node, 'ServiceTask') && step(node) === stepOf(String(node.id)),
  WAIT: node => is(node, 'ReceiveTask') && !node.get('messageRef'),
  PERSON: node => is(node, 'UserTask'),
  TABLE: node => is(node, 'BusinessRuleTask'),
  CALL: node => is(node, 'CallActivity') && node.get('calledElement') === 'SettleRefund',
  TELL: node => step(definitionOf(node, 'MessageEventDefinition')) === 'notifyCustomer'
};

/**
 * @param {Diagram} diagram
 * @returns {Generator<Finding>}
 */
export function* neededElements(diagram) {
  for (const process of diagram.processes) {
    const known = ours(process.id);
    for (const { id, kind } of known?.needed ?? []) {
      const { label, loss } = /** @type {NonNullable<typeof known>} */ (known).known[id];
      const node = diagram.node(id);
      if (!node || processOf(node) !== process) {
        yield missing(process, id, label, loss);
      } else if (!kinds[kind](node)) {
        const what = kind === 'STEP' ? ` (\${${stepOf(id)}})` : '';
        yield refused(node, `this is not ${vocabulary.kinds[kind]}${what} any more: ${loss}.`,
          'Make it one again, or draw what is new beside it with an id of its own.');
      } else if (!diagram.reached.has(node)) {
        yield refused(node, `no way leads here: ${loss}.`, 'Connect it with what comes before it.');
      }
    }
  }
}
