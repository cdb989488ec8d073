// The advice that forms are there. Whether another form is in use, or is sent along, only the application knows.
import { is, said } from '../diagram.mjs';
import { findingsOf } from '../finding.mjs';
import { vocabulary } from '../vocabulary.mjs';

/** @import { Diagram } from '../diagram.mjs' */
/** @import { Finding } from '../finding.mjs' */

const { warning } = findingsOf('references');

/**
 * @param {Diagram} diagram
 * @returns {Generator<Finding>}
 */
export function* references(diagram) {
  for (const task of diagram.nodes.filter(node => is(node, 'UserTask'))) {
    const form = said(task, 'camunda:formRef');
    if (form !== undefined && !vocabulary.forms.includes(form)) {
      yield warning(task, `the form ${form} is none of those that the application comes with: if it is not there, whoever`
        + ' opens the task would see an error, and could not complete it.', 'Send its file along, or correct the id.');
    }
  }
}
