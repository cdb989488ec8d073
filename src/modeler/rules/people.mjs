// The rule that a user task is seen by staff who can do it and by no customer, and that its due date makes sense.
import { is, processOf, said } from '../diagram.mjs';
import { findingsOf } from '../finding.mjs';
import { isVariable, objection, past } from '../limits.mjs';
import { ours, vocabulary } from '../vocabulary.mjs';

/** @import { Element, Diagram } from '../diagram.mjs' */
/** @import { Finding } from '../finding.mjs' */

const { refused, warning } = findingsOf('people');
const { groups: GROUPS, customers: CUSTOMERS, most } = vocabulary;
const OPS = 'ops';

/** @param {string | undefined} names */
const list = names => (names ?? '').split(',').map(name => name.trim()).filter(name => name !== '');

/** @param {Element} task */
const isOurs = task => ours(processOf(task).id)?.needed.some(needed => needed.id === task.id) ?? false;

/**
 * @param {Element} task
 * @returns {Generator<Finding>}
 */
function* groups(task) {
  const groups = list(said(task, 'camunda:candidateGroups'));
  if (groups.some(group => CUSTOMERS.includes(group.toLowerCase()))) {
    yield refused(task, 'its group is “customer”: customers would see the task and the order of somebody else, and could'
      + ' decide it.', 'Give it to ops.');
    return;
  }
  const anybody = said(task, 'camunda:assignee') !== undefined || list(said(task, 'camunda:candidateUsers')).length > 0;
  if (!groups.includes(OPS) && !anybody && (isOurs(task) || groups.length > 0)) {
    const who = groups.length > 0 ? `its group is “${groups.join(', ')}”` : 'nobody is asked to do it';
    yield refused(task, `${who}: nobody who can do it would see the task, and the order would wait for ever.`,
      'Give it to the group ops, with others beside it if you like.');
    return;
  }
  const unknown = groups.filter(group => !GROUPS.includes(group)).join(', ');
  if (unknown !== '') {
    yield warning(task, `nobody is in the group “${unknown}” as the application comes.`, 'Mind who is.');
  }
}

/** @param {string | undefined} time */
function timeObjection(time) {
  if (time === undefined || time.trim() === '' || isVariable(time)) return undefined;
  return time.startsWith('P') ? objection('DUE', time) : past(time);
}

/**
 * @param {Diagram} diagram
 * @returns {Generator<Finding>}
 */
export function* people(diagram) {
  for (const task of diagram.nodes.filter(node => is(node, 'UserTask') && diagram.reached.has(node))) {
    yield* groups(task);
    const due = said(task, 'camunda:dueDate');
    const wrong = timeObjection(due);
    if (wrong !== undefined) {
      yield refused(task, `${wrong}: the task could not be made, or would be overdue or forgotten from the start.`,
        'Give a duration such as P1D.');
    }
    const followUp = timeObjection(said(task, 'camunda:followUpDate'));
    if (followUp !== undefined) yield warning(task, `${followUp} (follow-up date).`, 'Give a duration such as P1D.');
    if (isOurs(task) && due === undefined) {
      yield warning(task, 'it has no due date: nobody would see that it is late.', 'Give one, such as P1D.');
    }
    const priority = said(task, 'camunda:priority');
    if (priority !== undefined && /^-?\d+$/.test(priority) && (Number(priority) < 0 || Number(priority) > most.priority)) {
      yield refused(task, `its priority is ${priority}: it would stand above or below all others in everybody's list,`
        + ' whatever is urgent.', `Give a number from 0 to ${most.priority}.`);
    }
  }
}
