// Two versions of a decision table as one: every rule of both, with what differs marked.
// @ts-check
import { element } from './element.js';
import { badge } from './signs.js';
import { words } from './words.js';

/**
 * @typedef {import('./compare.js').Change} Change
 * @typedef {{id: string, label: string, isOutput: boolean}} Column
 * @typedef {{id: string, number: number, cells: Map<string, string>}} Rule
 */

const ANNOTATION = 'annotation';

/**
 * @param {Element} parent
 * @param {string} name
 */
function children(parent, name) {
  return [...parent.children].filter(child => child.localName === name);
}

/**
 * @param {Element} parent
 * @param {string} name
 */
function textOf(parent, name) {
  return children(parent, name)[0]?.textContent?.trim() || '';
}

/** One version of the table. */
class Table {
  /**
   * @param {string} file
   * @param {string} key the decision's id
   */
  constructor(file, key) {
    const decisions = new DOMParser().parseFromString(file, 'application/xml').getElementsByTagNameNS('*', 'decision');
    const decision = [...decisions].find(one => one.id === key);
    const table = decision && children(decision, 'decisionTable')[0];
    /** @type {Column[]} */
    this.columns = ['input', 'output'].flatMap(kind => (table ? children(table, kind) : []).map(column => ({
      id: column.id,
      label: column.getAttribute('label') || column.getAttribute('name') || textOf(column, 'inputExpression') || column.id,
      isOutput: kind === 'output'
    })));
    /** @type {Rule[]} */
    this.rules = (table ? children(table, 'rule') : []).map((rule, row) => ({
      id: rule.id,
      number: row + 1,
      cells: new Map([...this.columns.map((column, at) => /** @type {[string, string]} */ ([column.id,
        textOf([...children(rule, 'inputEntry'), ...children(rule, 'outputEntry')][at] || rule, 'text')])),
      [ANNOTATION, textOf(rule, 'description')]])
    }));
  }

  /** @param {string} id */
  rule(id) {
    return this.rules.find(rule => rule.id === id);
  }
}

/** The rules of both versions: in the order of the later one, those that are gone behind the rule they stood behind. */
export class Rules {
  /**
   * @param {string} key the decision's id
   * @param {Change[]} changes
   */
  constructor(key, changes) {
    this.key = key;
    this.changes = changes;
    this.node = element('div', { className: 'rules' });
    /** @type {Map<string, HTMLElement>} */
    this.rows = new Map();
  }

  /**
   * @param {string} before
   * @param {string} after
   */
  async show(before, after) {
    const earlier = new Table(before, this.key);
    const later = new Table(after, this.key);
    if (earlier.rules.length + later.rules.length === 0) return;
    const columns = [...later.columns.filter(column => !column.isOutput),
      ...earlier.columns.filter(column => !column.isOutput && !later.columns.some(({ id }) => id === column.id)),
      ...later.columns.filter(column => column.isOutput),
      ...earlier.columns.filter(column => column.isOutput && !later.columns.some(({ id }) => id === column.id)),
      { id: ANNOTATION, label: words('annotation'), isOutput: true }];
    const order = later.rules.map(rule => rule.id);
    earlier.rules.forEach(({ id }, row) => {
      if (!order.includes(id)) order.splice(row === 0 ? 0 : order.indexOf(earlier.rules[row - 1].id) + 1, 0, id);
    });
    this.rows = new Map(order.map(id => [id, this.row(id, columns, earlier.rule(id), later.rule(id))]));
    this.node.replaceChildren(element('table', {},
      element('thead', {}, element('tr', {}, element('th', {}, words('rule')),
        ...columns.map(({ label, isOutput }) => element('th', { className: isOutput ? 'output' : '' }, label)))),
      element('tbody', {}, ...this.rows.values())));
  }

  /**
   * @param {string} id
   * @param {Column[]} columns
   * @param {Rule | undefined} earlier
   * @param {Rule | undefined} later
   */
  row(id, columns, earlier, later) {
    const changes = this.changes.filter(change => change.element === id);
    const numbers = changes.some(({ change }) => change === 'MOVED') ? [earlier?.number, later?.number] : [(later || earlier)?.number];
    return element('tr', { className: changes.map(({ change }) => change).join(' ') || 'same' },
      element('th', {}, numbers.join(' → '), ...changes.flatMap(({ change }) => [' ', badge(change)])),
      ...columns.map(column => {
        const from = earlier?.cells.get(column.id) || '';
        const to = later?.cells.get(column.id) || '';
        const differs = earlier && later && from !== to;
        return element('td', { className: differs ? 'differs' : '' }, ...!differs ? [to || from || '–']
          : [element('del', {}, from || '–'), element('ins', {}, to || '–')]);
      }));
  }

  /** @param {Change} change */
  shows(change) {
    return this.rows.has(change.element);
  }

  /** @param {Change} change */
  choose(change) {
    this.rows.forEach((row, id) => row.classList.toggle('chosen', id === change.element));
    this.rows.get(change.element)?.scrollIntoView({ block: 'center' });
  }
}
