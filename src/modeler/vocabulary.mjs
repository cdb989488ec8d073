// What the application knows, as it says itself: ModelerPluginTests hold vocabulary.json against it.
import words from './vocabulary.json' with { type: 'json' };

/**
 * @typedef {object} OurProcess
 * @property {{ id: string, kind: string }[]} needed
 * @property {Record<string, { label: string, loss: string, wrongly: string }>} known
 * @property {Record<string, string>} boundaries
 * @property {Record<string, string>} undo
 * @property {Record<string, string>} thrown
 * @property {Record<string, string>} saved what would happen without the save point, by the id
 * @property {string[]} atOnce
 */

/**
 * @typedef {object} Limit
 * @property {string} what
 * @property {string} shortest
 * @property {number} shortestSeconds
 * @property {string} longest
 * @property {number} longestSeconds
 */

/**
 * @typedef {object} Words
 * @property {Record<string, string>} namespaces
 * @property {Record<string, string>} elements
 * @property {Record<string, string>} attributes
 * @property {Record<string, string>} remedies
 * @property {string} otherRemedy
 * @property {Record<string, { remedy: string, form?: string, orVariable?: boolean }>} values
 * @property {number} longest
 * @property {string} reading
 * @property {string} comparing
 * @property {{ form: string, steps: string[], fields: string[], engine: string[] }} names
 */

/**
 * @typedef {object} Vocabulary
 * @property {Record<string, OurProcess>} processes
 * @property {string[]} waits
 * @property {Record<string, string>} messages
 * @property {Record<string, string[]>} refusals
 * @property {string[]} reasons
 * @property {Record<string, string>} kinds
 * @property {Record<string, Limit>} limits
 * @property {{ retries: number, reminders: number, priority: number }} most
 * @property {string[]} groups
 * @property {string[]} customers
 * @property {string[]} forms
 * @property {string[]} answered the ids of our tasks whose forms ask for something
 * @property {string[]} topics
 * @property {string} personal
 * @property {Words} words
 */

export const vocabulary = /** @type {Vocabulary} */ (/** @type {unknown} */ (words));

/**
 * Returns what is known of one of our processes; undefined for any other one.
 * @param {string | undefined} process
 * @returns {OurProcess | undefined}
 */
export function ours(process) {
  return process !== undefined && Object.hasOwn(vocabulary.processes, process) ? vocabulary.processes[process] : undefined;
}
