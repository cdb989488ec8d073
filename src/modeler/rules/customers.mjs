// The rule that every topic of a message to customers has texts, and that the engine stores no personal data.
import { is, step } from '../diagram.mjs';
import { findingsOf } from '../finding.mjs';
import { vocabulary } from '../vocabulary.mjs';

/** @import { Element, Diagram } from '../diagram.mjs' */
/** @import { Finding } from '../finding.mjs' */

const { refused } = findingsOf('customers');
const { topics } = vocabulary;
const PERSONAL = new RegExp(`^(?:${vocabulary.personal})$`, 'i');

/**
 * @param {Element | undefined} element
 * @param {string} type
 * @returns {Element[]}
 */
function extensions(element, type) {
  return (element?.get('extensionElements')?.get('values') ?? [])
    .filter((/** @type {Element} */ value) => value.$type === `camunda:${type}`);
}

/** @param {Element} teller */
function topicOf(teller) {
  const field = extensions(teller, 'Field').find(field => field.get('name') === 'topic');
  return String(field?.get('string') ?? field?.get('stringValue') ?? '').trim();
}

/**
 * Returns the names that a mapping of a variable says.
 * @param {Element} mapping
 */
function namesIn(mapping) {
  const text = mapping.$type.endsWith('Parameter') ? String(mapping.get('value') ?? '') : '';
  return [mapping.get('name'), mapping.get('source'), mapping.get('target'), text.trim().replace(/^[$#]\{\s*|\s*}$/g, '')]
    .filter(name => typeof name === 'string' && /^[\w.]{1,100}$/.test(name));
}

/**
 * @param {Diagram} diagram
 * @returns {Generator<Finding>}
 */
export function* customers(diagram) {
  for (const node of diagram.nodes) {
    const definitions = is(node, 'Event') ? node.get('eventDefinitions') ?? [] : [];
    const tellers = [node, ...definitions].filter(teller => is(teller, 'ServiceTask', 'MessageEventDefinition')
      && step(teller) === 'notifyCustomer' && !topics.includes(topicOf(teller)));
    for (const teller of tellers) {
      yield refused(node, `there are no words for the topic “${topicOf(teller)}”: the order would fail here, and the`
        + ' customer not be told.', `Choose one of ${topics.join(', ')}.`);
    }
    const mappings = extensions(node, 'InputOutput')
      .flatMap(mapping => [...mapping.get('inputParameters') ?? [], ...mapping.get('outputParameters') ?? []])
      .concat(extensions(node, 'In'), extensions(node, 'Out'));
    for (const names of mappings.map(namesIn).filter(names => names.some(name => PERSONAL.test(name)))) {
      yield refused(node, `it keeps what belongs to a person in a variable (${names.join(', ')}): everybody with Cockpit`
        + ' could read it, for as long as history is kept.', 'Leave it with the order, which knows it.');
    }
  }
}
