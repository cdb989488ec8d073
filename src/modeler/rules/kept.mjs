// The part of the rule about ways that can be seen at an element itself: what stands where, what undoes what, the save
// points, and what happens several times. Where orders go with each answer is for the check of models to say.
import { definitionOf, is, isCompensationBoundary, processOf, step } from '../diagram.mjs';
import { findingsOf } from '../finding.mjs';
import { ours, vocabulary } from '../vocabulary.mjs';
import { stepOf } from './needed.mjs';

/** @import { Element, Diagram } from '../diagram.mjs' */
/** @import { Finding } from '../finding.mjs' */
/** @import { OurProcess } from '../vocabulary.mjs' */

const { refused, missing } = findingsOf('ways');
const BESIDE = ' beside';

/** The steps that the application needs somewhere, each of which has a place of its own. */
const EFFECTS = new Set(Object.values(vocabulary.processes)
  .flatMap(({ needed }) => needed.filter(({ kind }) => kind === 'STEP').map(({ id }) => stepOf(id))));
/** What would happen wrongly does not depend on the process. */
const WRONGLY = Object.assign({}, ...Object.values(vocabulary.processes).map(({ known }) => known));

/** @param {Element} event */
function host(event) {
  const attached = event.get('attachedToRef');
  if (!is(event, 'BoundaryEvent') || !attached) return undefined;
  return attached.id + (event.get('cancelActivity') || isCompensationBoundary(event) ? '' : BESIDE);
}

/** @param {Element} event */
function undone(event) {
  const undo = is(event, 'ThrowEvent') ? definitionOf(event, 'CompensateEventDefinition') : undefined;
  if (!undo) return undefined;
  return undo.get('activityRef') && undo.get('waitForCompletion') !== false ? undo.get('activityRef').id : 'everything';
}

/** One of our processes, compared with what of it must stay. */
class Comparison {

  /**
   * @param {Diagram} diagram
   * @param {Element} process
   * @param {OurProcess} must
   */
  constructor(diagram, process, must) {
    this.diagram = diagram;
    this.process = process;
    this.must = must;
    this.nodes = diagram.nodes.filter(node => processOf(node) === process);
  }

  /** @param {string} id */
  #known(id) {
    return this.must.known[id];
  }

  /** @param {Element} node */
  #isKnown(node) {
    return Object.hasOwn(this.must.known, String(node.id));
  }

  /** @param {string} id */
  #name(id) {
    const label = this.diagram.node(id)?.get('name');
    return `“${label?.trim() ? label : this.#known(id)?.label ?? id}”`;
  }

  /** @returns {Generator<Finding>} */
  *findings() {
    yield* this.#gone();
    yield* this.#boundaries();
    yield* this.#undo();
    yield* this.#saved();
    yield* this.#repeated();
  }

  *#gone() {
    for (const [id, { label, loss }] of Object.entries(this.must.known)) {
      if (!this.nodes.some(node => node.id === id) && !this.must.needed.some(needed => needed.id === id)) {
        yield missing(this.process, id, label, loss);
      }
    }
  }

  /**
   * @param {Record<string, string>} expected
   * @param {(node: Element) => string | undefined} actual
   * @returns {Generator<[Element, string, string]>}
   */
  *#differences(expected, actual) {
    for (const [id, value] of Object.entries(expected)) {
      const node = this.diagram.node(id);
      if (node && (processOf(node) !== this.process || actual(node) !== value)) yield [node, id, value];
    }
  }

  *#boundaries() {
    for (const [event, id, host_] of this.#differences(this.must.boundaries, host)) {
      const { loss } = this.#known(id);
      yield refused(event, host_.endsWith(BESIDE)
        ? `it no longer stands beside ${this.#name(host_.replace(BESIDE, ''))}, which would end when it comes: ${loss}.`
        : `it no longer ends ${this.#name(host_)}: ${loss}.`, 'Put it back on its border, as it was.');
    }
  }

  *#undo() {
    for (const [node, , undo] of this.#differences(this.must.undo, activity => this.diagram.undoOf(activity)?.id)) {
      yield refused(node, `it is no longer undone by ${this.#name(undo)}: ${this.#known(undo).loss}.`,
        'Bind its compensation boundary event to that step again.');
    }
    for (const [event, id, step] of this.#differences(this.must.thrown, undone)) {
      yield refused(event, `it no longer undoes ${this.#name(step)} and waits for it: ${this.#known(id).loss}.`,
        'Choose that step as its activity, with “wait for completion”.');
    }
  }

  *#saved() {
    for (const [id, loss] of Object.entries(this.must.saved)) {
      const node = this.diagram.node(id);
      if (node && !(processOf(node) === this.process && node.get('camunda:asyncBefore'))) {
        yield refused(node, `it is no save point any more (asynchronous before): ${loss}.`,
          'Tick “Asynchronous before” again.');
      }
    }
    for (const node of this.nodes) {
      if (this.must.atOnce.includes(String(node.id)) && (node.get('camunda:asyncBefore') || node.get('camunda:asyncAfter'))) {
        yield refused(node, 'it must happen in one transaction with what comes before it, and is a save point: whoever'
          + ' caused it would be told that it is done when nothing is.', 'Take the tick away.');
      }
    }
  }

  *#repeated() {
    for (const node of this.nodes.filter(node => this.diagram.reached.has(node))) {
      const why = this.#whyRepeated(node);
      if (why !== undefined) yield refused(node, why, 'Draw it without.');
    }
  }

  /** @param {Element} node */
  #whyRepeated(node) {
    const known = this.#isKnown(node);
    if (known && is(node, 'Activity') && node.get('loopCharacteristics')) {
      return `it would be done several times for one order: ${this.#known(String(node.id)).wrongly}.`;
    }
    const called = step(node);
    if (!known && called !== undefined && EFFECTS.has(called)) {
      const id = `Task_${called[0].toUpperCase()}${called.slice(1)}`;
      return `\${${called}} is called here too, which has a place of its own: ${WRONGLY[id].wrongly}.`;
    }
    if (!known && is(node, 'ReceiveTask') && !node.get('messageRef')) {
      return 'nobody ends this wait: orders would stand still here for ever.';
    }
    const atOnce = this.diagram.outgoing(node).filter(flow => !flow.get('conditionExpression'));
    return !is(node, 'Gateway') && atOnce.length > 1
      ? 'several ways go on from here at once: what comes then would be done twice.'
      : undefined;
  }
}

/**
 * @param {Diagram} diagram
 * @returns {Generator<Finding>}
 */
export function* kept(diagram) {
  for (const process of diagram.processes) {
    const must = ours(process.id);
    if (must) yield* new Comparison(diagram, process, must).findings();
  }
}
