// The rule that the application finds what it calls by name: its processes are executable, each of its messages is
// received by the right process and by no other, and no other element has the id of one of its waits.
import { definitionOf, is, processOf } from '../diagram.mjs';
import { findingsOf } from '../finding.mjs';
import { ours, vocabulary } from '../vocabulary.mjs';

/** @import { Element, Diagram } from '../diagram.mjs' */
/** @import { Finding } from '../finding.mjs' */

const { refused } = findingsOf('our-names');
const { messages, waits } = vocabulary;

/**
 * Returns the name of the message for which an event or task waits; undefined if it waits for none.
 * @param {Element} node
 * @returns {string | undefined}
 */
function heardBy(node) {
  const hearing = is(node, 'ReceiveTask') ? node : is(node, 'CatchEvent') ? definitionOf(node, 'MessageEventDefinition') : undefined;
  return hearing?.get('messageRef')?.get('name');
}

/**
 * @param {Diagram} diagram
 * @returns {Generator<Finding>}
 */
export function* ourNames(diagram) {
  const heard = new Set(diagram.nodes.map(heardBy));
  for (const process of diagram.processes.filter(process => ours(process.id))) {
    if (!process.get('isExecutable')) {
      yield refused(process, 'the process is not executable: nothing of the file would be in force.',
        'Tick “Executable” in Modeler.');
    }
    for (const [message, owner] of Object.entries(messages)) {
      if (owner !== process.id || heard.has(message)) continue;
      yield refused(process, `nothing catches the message “${message}” any more: what the application tells by it would`
        + ' be an error for whoever caused it.', 'Draw the event that catches it again.');
    }
  }
  for (const node of diagram.nodes) {
    const process = String(processOf(node).id);
    const message = heardBy(node);
    const owner = message === undefined ? undefined : messages[message];
    if (owner !== undefined && owner !== process) {
      yield refused(node, `the message “${message}” is for the process ${owner}: caught here too, it would be ambiguous`
        + ' and reach no order.', 'Wait for a message of another name, or in that process.');
    }
    if (waits.includes(String(node.id)) && !ours(process)?.needed.some(needed => needed.id === node.id)) {
      yield refused(node, 'the application looks for waiting orders under this id: it would take this for one.',
        'Give it an id of its own.');
    }
  }
}
