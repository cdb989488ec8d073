// How the page shows what kind of change something is.
// @ts-check
import { element } from './element.js';
import { words } from './words.js';

/** @typedef {'ADDED' | 'REMOVED' | 'CHANGED' | 'MOVED'} How */

/** What stands for each kind of change beside its colour, for people who do not tell the colours apart. */
export const SIGNS = { ADDED: '+', REMOVED: '−', CHANGED: '≠', MOVED: '↔' };

/** @param {How} how */
export function badge(how) {
  return element('b', { className: `badge ${how}` }, `${SIGNS[how]} ${words(how)}`);
}
