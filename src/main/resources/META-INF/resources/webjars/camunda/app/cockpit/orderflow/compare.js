// Two versions of a model side by side: what was added, removed, changed and moved, in the pictures or the rows, and in words.
// @ts-check
import { element } from './element.js';
import { Pictures } from './pictures.js';
import { Rules } from './rules.js';
import { badge } from './signs.js';
import { words } from './words.js';

/**
 * @typedef {{name: string, from: string | null, to: string | null}} Fact
 * @typedef {{change: import('./signs.js').How, kind: string, element: string, label: string, facts: Fact[]}} Change
 * @typedef {{key: string, kind: string, version: number}} Compared
 */

/** What one version of a model says differently from another one. */
export class Comparison {
  /**
   * @param {Compared} before
   * @param {Compared} after
   * @param {Change[]} changes
   */
  constructor(before, after, changes) {
    this.isTable = after.kind === 'DECISION';
    this.view = this.isTable ? new Rules(after.key, changes) : new Pictures(before, after, changes);
    /** @type {Map<Change, HTMLElement>} */
    this.entries = new Map(changes.map(change => [change, this.entry(change)]));
    this.node = element('div', { className: `comparison ${this.isTable ? 'of-table' : 'of-diagram'}` }, this.view.node,
      element('ul', {}, ...this.entries.values()));
  }

  /**
   * Shows the files once the page has the comparison: a picture needs to know its size.
   *
   * @param {string} before
   * @param {string} after
   */
  async show(before, after) {
    await this.view.show(before, after);
    this.entries.forEach((entry, change) => {
      if (this.view.shows(change)) this.makeClickable(entry, change);
    });
  }

  /** @param {Change} change */
  entry(change) {
    return element('li', {}, badge(change.change), ` ${change.kind} `,
      element('span', { className: 'name', title: change.element }, change.label ? `“${change.label}”` : change.element),
      ...change.facts.map(fact => element('div', {}, `${fact.name}: `,
        element('del', {}, fact.from ?? words('nothing')), ' → ', element('ins', {}, fact.to ?? words('nothing')))));
  }

  /**
   * @param {HTMLElement} entry
   * @param {Change} change
   */
  makeClickable(entry, change) {
    const name = /** @type {HTMLElement} */ (entry.querySelector('.name'));
    const button = element('button', { type: 'button', className: 'name', title: words('showPlace') }, ...name.childNodes);
    name.replaceWith(button);
    entry.classList.add('clickable');
    entry.addEventListener('click', () => {
      this.entries.forEach(other => other.classList.toggle('chosen', other === entry));
      this.view.choose(change);
    });
  }
}
