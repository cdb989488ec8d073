// The rule that timers, retries and the history time to live are within limits, and that every repetition ends.
import { definitionOf, is, said } from '../diagram.mjs';
import { findingsOf } from '../finding.mjs';
import { isVariable, objection, past } from '../limits.mjs';
import { ours, vocabulary } from '../vocabulary.mjs';

/** @import { Element, Diagram } from '../diagram.mjs' */
/** @import { Finding } from '../finding.mjs' */

const { refused } = findingsOf('times');
const { retries: MOST_RETRIES, reminders: MOST_REMINDERS } = vocabulary.most;
const CYCLE = /^R(\d*)\/(?:[^/P]+\/)?(P.*)$/;

/**
 * @param {Element} event
 * @param {string} text
 */
function cycleObjection(event, text) {
  const [, times, wait] = CYCLE.exec(text) ?? [];
  if (wait === undefined) return `“${text}” is no cycle`;
  const endsWithItsTask = is(event, 'BoundaryEvent') && is(event.get('attachedToRef'), 'UserTask') && !event.get('cancelActivity');
  if (times === '' && !endsWithItsTask) return `a cycle without end (${text}) goes on for ever where no task ends it`;
  if (times !== '' && (Number(times) < 1 || Number(times) > MOST_REMINDERS)) {
    return `a cycle repeats itself from once to ${MOST_REMINDERS} times, not as ${text}`;
  }
  return objection('CYCLE', wait);
}

/** @param {string} text */
function retryObjection(text) {
  const [, times, wait] = CYCLE.exec(text) ?? [];
  if (wait === undefined) {
    return text.split(',').map(wait => objection('RETRY', wait.trim())).find(why => why !== undefined);
  }
  return Number(times) < 1 || Number(times) > MOST_RETRIES
    ? `a step is retried from once to ${MOST_RETRIES} times, not as ${text}`
    : objection('RETRY', wait);
}

/**
 * @param {Diagram} diagram
 * @returns {Generator<Finding>}
 */
function* timers(diagram) {
  for (const event of diagram.nodes.filter(node => is(node, 'CatchEvent'))) {
    const timer = definitionOf(event, 'TimerEventDefinition');
    /** @type {[string, (text: string) => string | undefined][]} */
    const checks = [
      ['timeDuration', text => objection('TIMER', text)], ['timeDate', past], ['timeCycle', text => cycleObjection(event, text)]
    ];
    for (const [property, check] of checks) {
      const text = String(timer?.get(property)?.get('body') ?? '').trim();
      const why = text === '' || isVariable(text) ? undefined : check(text);
      if (why !== undefined) {
        yield refused(event, `${why}: what it stands on would end or be reminded of at the wrong time, for every order.`,
          'Give a time such as P1D or R/P1D.');
      }
    }
  }
}

/**
 * Returns the extensions of an element and of what it consists of, such as the definition of an event.
 * @param {Element} node
 * @returns {Element[]}
 */
function extensions(node) {
  const parts = [node, node.get('loopCharacteristics'), ...is(node, 'Event') ? node.get('eventDefinitions') ?? [] : []];
  return parts.flatMap(part => part?.get('extensionElements')?.get('values') ?? []);
}

/**
 * @param {Diagram} diagram
 * @returns {Generator<Finding>}
 */
function* retries(diagram) {
  for (const node of diagram.nodes) {
    for (const cycle of extensions(node).filter(part => part.$type === 'camunda:FailedJobRetryTimeCycle')) {
      const why = retryObjection(String(cycle.get('body') ?? '').trim());
      if (why !== undefined) {
        yield refused(node, `${why}: what fails there would be tried too often, too late, or not again at all.`,
          'Give waits such as R3/PT10M or PT1S,PT5S.');
      }
    }
  }
}

/**
 * @param {Diagram} diagram
 * @returns {Generator<Finding>}
 */
export function* times(diagram) {
  yield* timers(diagram);
  yield* retries(diagram);
  for (const process of diagram.processes.filter(process => ours(process.id))) {
    const days = said(process, 'camunda:historyTimeToLive');
    const why = days === undefined ? undefined : objection('HISTORY', /^\d+$/.test(days) ? `P${days}D` : days);
    if (why !== undefined) {
      yield refused(process, `${why}: what happened to an order could not be looked up, or would never be forgotten.`,
        'Keep it for P180D.');
    }
  }
}
