// The rule that our tasks have a form, and the advice that forms are there. Whether another form is in use, or is sent
// along, only the application knows.
import { is, processOf, said } from '../diagram.mjs';
import { findingsOf } from '../finding.mjs';
import { ours, vocabulary } from '../vocabulary.mjs';

/** @import { Diagram } from '../diagram.mjs' */
/** @import { Finding } from '../finding.mjs' */

const { refused } = findingsOf('fitting-forms');
const { warning } = findingsOf('references');

/**
 * @param {Diagram} diagram
 * @returns {Generator<Finding>}
 */
export function* references(diagram) {
  for (const task of diagram.nodes.filter(node => is(node, 'UserTask'))) {
    const form = said(task, 'camunda:formRef');
    if (form === undefined && ours(processOf(task).id) && vocabulary.answered.includes(String(task.id))) {
      yield refused(task, 'it has no form: whoever opens it would not see what it is about, nor how to answer.',
        'Choose its Camunda form, with the binding deployment.');
    }
    if (form !== undefined && !vocabulary.forms.includes(form)) {
      yield warning(task, `the form ${form} is none of those that the application comes with: if it is not there, whoever`
        + ' opens the task would see an error, and could not complete it.', 'Send its file along, or correct the id.');
    }
  }
}
