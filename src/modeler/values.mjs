// The kinds of values that a diagram may have, by their names in the application.
import { vocabulary } from './vocabulary.mjs';

const { values, names, longest, reading, comparing } = vocabulary.words;
const steps = new Set(names.steps);
const fields = new Set(names.fields);
const engine = new Set(names.engine);

/** @param {string} form */
const whole = form => new RegExp(`^(?:${form})$`);
const name = whole(names.form);
const readings = new RegExp(reading, 'g');
const oneReading = whole(reading);
const comparisons = new RegExp(comparing, 'y');
const forms = new Map(Object.entries(values)
  .flatMap(([kind, { form }]) => form === undefined ? [] : [/** @type {const} */ ([kind, whole(form)])]));

/** @param {string} text */
function isVariable(text) {
  return name.test(text) && !engine.has(text) && !steps.has(text);
}

/** @param {RegExpMatchArray} match */
function readsVariable({ groups = {} }) {
  return isVariable(groups.name) && groups.part !== 'class';
}

/**
 * Returns whether the whole text is an expression that reads one variable.
 * @param {string} text
 */
function isReading(text) {
  const match = oneReading.exec(text);
  return match !== null && readsVariable(match);
}

/**
 * Returns whether every expression in the text, if there is one, reads a variable.
 * @param {string} text
 */
function isText(text) {
  return [...text.matchAll(readings)].every(readsVariable) && !/[$#]\{/.test(text.replace(readings, ' '));
}

/**
 * Returns whether the text compares variables with values, and does nothing else.
 * @param {string} text
 */
function isCondition(text) {
  if (text.length > longest || !/^[$#]\{[^]*}$/.test(text)) return false;
  const inner = text.slice(2, -1);
  comparisons.lastIndex = 0;
  for (let match = comparisons.exec(inner); match; match = comparisons.exec(inner)) {
    if (!isVariable(match.groups?.name ?? '')) return false;
    if (match.groups?.more === '') return true;
  }
  return false;
}

/** @type {Record<string, (text: string) => boolean>} */
const others = {
  NOTHING: text => text.trim() === '',
  ANYTHING: () => true,
  TEXT: isText,
  STEP: text => /^\$\{\w+}$/.test(text) && steps.has(text.slice(2, -1)),
  FIELD: text => fields.has(text),
  CONDITION: isCondition,
  VARIABLE: isVariable,
  COLLECTION: text => isVariable(text) || isReading(text)
};

/**
 * Returns whether a text is a value of that kind.
 * @param {string} kind
 * @param {string} text
 */
export function fits(kind, text) {
  const form = forms.get(kind);
  return form === undefined
    ? others[kind](text)
    : text.length <= longest && form.test(text) || values[kind].orVariable === true && isReading(text);
}
