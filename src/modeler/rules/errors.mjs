// The rule that the refusal of a delegate and the error of an end event are caught, and that a caught error can occur.
import { definitionOf, is, step } from '../diagram.mjs';
import { findingsOf } from '../finding.mjs';
import { vocabulary } from '../vocabulary.mjs';

/** @import { Element, Diagram } from '../diagram.mjs' */
/** @import { Finding } from '../finding.mjs' */

const { refused, warning } = findingsOf('caught-errors');

/**
 * Returns the error codes that a node may end with, as an end event or because its delegate refuses.
 * @param {Element} node
 * @returns {string[]}
 */
function thrown(node) {
  if (is(node, 'EndEvent')) {
    const code = definitionOf(node, 'ErrorEventDefinition')?.get('errorRef')?.get('errorCode');
    return code ? [code] : [];
  }
  return is(node, 'ServiceTask') ? vocabulary.refusals[step(node) ?? ''] ?? [] : [];
}

/**
 * @param {Diagram} diagram
 * @returns {Generator<Finding>}
 */
export function* caughtErrors(diagram) {
  /** @type {Map<Element, Set<string>>} */
  const caught = new Map();
  for (const node of diagram.nodes) {
    for (const code of thrown(node)) {
      const catcher = diagram.catcher(node, code);
      if (!catcher) {
        yield refused(node, `nothing catches its refusal ${code}: the process would end there without a word, and keep all`
          + ' that it took.', `Put an error boundary event with the code ${code} on it, and say how to go on.`);
        continue;
      }
      caught.set(catcher, (caught.get(catcher) ?? new Set()).add(code));
      const callsOff = definitionOf(catcher, 'ErrorEventDefinition')?.get('camunda:errorCodeVariable') === 'callOffReason';
      if (callsOff && !vocabulary.reasons.includes(code)) {
        yield refused(node, `its refusal ${code} is caught where orders are called off, and is no reason to call one off:`
          + ' the order would stand still there, with all that it holds.', 'Catch it with an event of its own.');
      }
    }
  }
  for (const event of diagram.nodes.filter(node => is(node, 'CatchEvent'))) {
    const code = definitionOf(event, 'ErrorEventDefinition')?.get('errorRef')?.get('errorCode');
    if (code && !caught.get(event)?.has(code)) {
      yield warning(event, `nothing here ever refuses with the code ${code}: no order will go this way.`,
        'Take the event away, or give it the code that is meant.');
    }
  }
}
