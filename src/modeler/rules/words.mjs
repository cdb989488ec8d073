// The rules that elements and attributes are in the vocabulary and have values that fit, and that no process starts by
// itself. What Modeler draws with, shapes and colours, is left out: nobody writes it by hand.
import { is } from '../diagram.mjs';
import { quotable } from '../finding.mjs';
import { fits } from '../values.mjs';
import { vocabulary } from '../vocabulary.mjs';

/** @import { Element, Property, Diagram } from '../diagram.mjs' */
/** @import { Finding } from '../finding.mjs' */

const { namespaces, elements, attributes, remedies, otherRemedy, values } = vocabulary.words;
const CONTAINERS = new Set(['definitions', 'process', 'subProcess', 'collaboration', 'laneSet', 'decision', 'decisionTable']);
const PREFIXES = new Set(Object.values(namespaces));

/**
 * An element or an attribute of the file, as it is written there.
 * @typedef {object} Written
 * @property {string} word
 * @property {string} text
 */

/**
 * Returns the name of something in a file, such as userTask or camunda:field; the namespace replaces an unknown prefix.
 * @param {string} prefix
 * @param {string} localName
 * @param {Element} element
 */
function word(prefix, localName, element) {
  if (prefix === 'bpmn') return localName;
  if (PREFIXES.has(prefix)) return `${prefix}:${localName}`;
  for (let scope = /** @type {Element | undefined} */ (element); scope; scope = scope.$parent) {
    const namespace = scope.$attrs?.[`xmlns:${prefix}`];
    if (namespace !== undefined) {
      const known = namespaces[namespace];
      return known === undefined ? `{${namespace}}${localName}` : known === '' ? localName : `${known}:${localName}`;
    }
  }
  return `${prefix}:${localName}`;
}

/** @param {string} text */
const lowerFirst = text => text[0].toLowerCase() + text.slice(1);

/**
 * Returns the name under which an element is written: that of its property where the language says so.
 * @param {Element} element
 * @param {Property} [property]
 */
function wordOf(element, property) {
  if (property?.xml?.serialize) return word(property.ns.prefix, property.ns.localName, element);
  const { prefix, localName } = element.$descriptor.ns;
  return word(prefix, lowerFirst(localName), element);
}

/**
 * @param {Element} element
 * @param {Property} property
 */
function has(element, property) {
  return !property.isVirtual && (Object.hasOwn(element, property.name) || Object.hasOwn(element, property.ns.localName));
}

/** @param {any} value */
const textOf = value => typeof value === 'object' && value !== null ? String(value.id ?? '') : String(value);

/**
 * Returns the attributes of an element.
 * @param {Element} element
 * @returns {Generator<Written>}
 */
function* attributesOf(element) {
  const own = element.$descriptor.ns.prefix;
  for (const property of element.$descriptor.properties ?? []) {
    if (!property.isAttr || !has(element, property)) continue;
    const { prefix, localName } = property.ns;
    yield { word: prefix === own ? localName : word(prefix, localName, element), text: textOf(element.get(property.name)) };
  }
  for (const [name, value] of Object.entries(element.$attrs ?? {})) {
    if (/^xmlns(:|$)/.test(name)) continue;
    const [localName, prefix] = name.split(':').reverse();
    yield { word: prefix === undefined ? localName : word(prefix, localName, element), text: value };
  }
  if (!element.$descriptor.properties) {
    for (const [name, value] of Object.entries(element)) {
      if (!name.startsWith('$') && typeof value === 'string') yield { word: name, text: value };
    }
  }
}

/**
 * @param {Written} written
 * @param {string | undefined} kind
 * @returns {Generator<[string, string, string]>}
 */
function* objections({ word, text }, kind) {
  if (kind === undefined) {
    const remedy = Object.hasOwn(remedies, word) ? remedies[word] : otherRemedy;
    yield ['known-words', `${quotable(word)} is not allowed.`, remedy];
  } else if (!fits(kind, text)) {
    yield ['known-values', `${word} says “${quotable(text)}”.`, values[kind].remedy];
  }
}

/**
 * Returns the element that people know: the step or event that an element is part of.
 * @param {Element} element
 * @returns {Element}
 */
function place(element) {
  const parent = element.$parent;
  return parent && (!element.id || !CONTAINERS.has(wordOf(parent))) ? place(parent) : element;
}

/**
 * @param {Element} element
 * @param {[string, string, string]} objection
 * @returns {Finding}
 */
function finding(element, [rule, message, remedy]) {
  const at = place(element);
  return {
    rule, severity: 'error', element: at.id ?? '', shownAt: at.id ?? '',
    label: at.get?.('name') ?? '', message, remedy
  };
}

/** @param {string} word @param {string} parent */
const kindOf = (word, parent) => elements[`${parent}/${word}`] ?? elements[word];

/**
 * @param {Element} element
 * @param {string} parent
 * @param {Property} [property]
 * @returns {Generator<Finding>}
 */
function* visit(element, parent, property) {
  const name = wordOf(element, property);
  const kind = kindOf(name, parent);
  const body = element.$descriptor.properties?.find(property => property.isBody);
  const text = String((body ? element.get(body.name) : /** @type {any} */ (element).$body) ?? '').trim();
  for (const objection of objections({ word: name, text }, kind)) yield finding(element, objection);
  if (kind !== undefined) {
    for (const attribute of attributesOf(element)) {
      const value = attributes[`${name}@${attribute.word}`] ?? attributes[attribute.word];
      for (const objection of objections(attribute, value)) yield finding(element, objection);
    }
  }
  for (const child of /** @type {any} */ (element).$children ?? []) yield* visit(child, name);
  for (const property of element.$descriptor.properties ?? []) {
    if (property.isAttr || property.isBody || !has(element, property)) continue;
    if (is(element, 'Definitions') && property.ns.localName === 'diagrams') continue;
    for (const value of [element.get(property.name)].flat()) {
      if (value?.$descriptor && !property.isReference) {
        yield* visit(value, name, property);
      } else {
        const written = { word: word(property.ns.prefix, property.ns.localName, element), text: textOf(value).trim() };
        for (const objection of objections(written, kindOf(written.word, name))) yield finding(element, objection);
      }
    }
  }
}

/**
 * @param {Diagram} diagram
 * @returns {Generator<Finding>}
 */
function* startsByItself(diagram) {
  for (const start of diagram.nodes.filter(node => is(node, 'StartEvent'))) {
    if (is(start.$parent, 'Process')) {
      for (const definition of start.get('eventDefinitions') ?? []) {
        const message = is(definition, 'MessageEventDefinition') ? definition.get('messageRef')?.get('name') : undefined;
        if (start.$parent?.id === 'Return' && message === 'ReturnRequested') continue;
        yield finding(start, ['process-starts', `a process is not started by a ${wordOf(definition)}.`,
          'Begin with a plain start event: the application or another process calls it.']);
      }
    }
    for (const save of ['camunda:asyncBefore', 'camunda:asyncAfter']) {
      if (start.get(save)) {
        yield finding(start, ['process-starts', `a start event is no save point (${save}).`,
          'Put the save point on the first step that needs one.']);
      }
    }
  }
}

/**
 * @param {Diagram} diagram
 * @returns {Generator<Finding>}
 */
export function* words(diagram) {
  yield* visit(diagram.definitions, '');
  yield* startsByItself(diagram);
}
