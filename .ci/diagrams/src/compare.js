// Compares two BPMN or DMN files by meaning: order counts only where it means something.
import { parse } from './moddle.js';

// Lists whose order means nothing to the engine or the picture.
const unordered = new Set(['incoming', 'outgoing', 'flowNodeRef', 'planeElement', 'diagrams', 'rootElements',
  'flowElements', 'artifacts', 'laneSets', 'lanes', 'participants', 'messageFlows', 'drgElement']);

const isElement = value => typeof value?.$type === 'string';

function labelOf(element) {
  const type = element.$type;
  if (element.id) return `${type} ${element.id}`;
  const key = element.name ?? element.event ?? element.key;
  return key ? `${type} "${key}"` : type;
}

function textOf(value) {
  if (isElement(value)) return value.id ? `-> ${value.id}` : labelOf(value);
  return typeof value === 'string' ? JSON.stringify(value) : String(value);
}

/** One entry per fact: its path from the nearest element with an id, and its value. */
function facts(root) {
  const found = new Map();
  const add = (path, value) => {
    let key = path;
    for (let n = 2; found.has(key); n++) key = `${path} #${n}`;
    found.set(key, value);
  };

  const visitValue = (path, value, isReference) => {
    if (!isElement(value) || isReference) add(path, textOf(value));
    else visit(value, path);
  };

  const visit = (element, path) => {
    const label = labelOf(element);
    const here = path && !element.id ? `${path} / ${label}` : label;
    add(here, element.id && path ? `in ${path}` : '');
    for (const [name, value] of Object.entries(element.$attrs ?? {})) {
      if (!/^xmlns(:|$)/.test(name)) add(`${here} @${name}`, textOf(value));
    }
    // Elements of namespaces that moddle has no description of.
    for (const child of element.$children ?? []) visit(child, here);
    if (!element.$descriptor.properties) {
      for (const [name, value] of Object.entries(element)) {
        if (!name.startsWith('$') && !isElement(value)) add(`${here} @${name}`, textOf(value));
      }
      return;
    }
    for (const property of element.$descriptor.properties) {
      if (!Object.hasOwn(element, property.ns.localName) && !Object.hasOwn(element, property.name)) continue;
      const value = element.get(property.name);
      if (value === undefined || value === null || property.isVirtual) continue;
      if (value === property.default) continue; // written out or left out: the same
      const name = property.ns.localName;
      if (!property.isMany) {
        visitValue(property.isReference || !isElement(value) ? `${here} @${name}` : here, value, property.isReference);
        continue;
      }
      value.forEach((item, index) => {
        if (property.isReference) return add(`${here} @${name} ${item.id}`, '');
        if (item.id || unordered.has(name)) return visitValue(here, item);
        visitValue(`${here} / ${name}[${index + 1}]`, item);
      });
    }
  };

  visit(root, '');
  return found;
}

/** How often each kind of element occurs in the text: shows what a parser read over in silence. */
function tagCounts(xml) {
  const text = xml.replace(/<!\[CDATA\[[\s\S]*?\]\]>/g, '').replace(/<!--[\s\S]*?-->/g, '');
  const counts = new Map();
  for (const [, tag] of text.matchAll(/<(?:[\w.-]+:)?([\w.-]+)[\s/>]/g)) counts.set(tag, (counts.get(tag) ?? 0) + 1);
  return counts;
}

/** The differences between an original and what was saved from it, as readable lines. */
export async function compare(original, saved) {
  const [before, after] = await Promise.all([original, saved].map(parse));
  const old = facts(before.rootElement);
  const now = facts(after.rootElement);
  const differences = before.warnings.map(({ message }) => `not understood: ${message.split('\n')[0]}`);
  for (const [path, value] of old) {
    if (!now.has(path)) differences.push(`lost:    ${path}${value && ` = ${value}`}`);
    else if (now.get(path) !== value) differences.push(`changed: ${path}: ${value} became ${now.get(path)}`);
  }
  for (const [path, value] of now) {
    if (!old.has(path)) differences.push(`added:   ${path}${value && ` = ${value}`}`);
  }
  if (!differences.length) {
    const savedCounts = tagCounts(saved);
    for (const [tag, count] of tagCounts(original)) {
      const left = savedCounts.get(tag) ?? 0;
      if (left < count) differences.push(`lost:    <${tag}> occurs ${count} times, ${left} after saving`);
    }
  }
  for (const [comment] of original.matchAll(/<!--[\s\S]*?-->/g)) {
    if (!saved.includes(comment)) differences.push(`lost:    comment ${comment.replace(/\s+/g, ' ')}`);
  }
  return differences;
}
