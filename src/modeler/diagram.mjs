/**
 * An element, as Modeler holds it.
 *
 * @typedef {object} Element
 * @property {string} $type
 * @property {string} [id]
 * @property {Element} [$parent]
 * @property {Record<string, string>} $attrs
 * @property {{ ns: { name: string, prefix: string, localName: string, uri?: string }, properties?: Property[] }} $descriptor
 * @property {(type: string) => boolean} $instanceOf
 * @property {(name: string) => any} get
 */

/**
 * @typedef {object} Property
 * @property {string} name
 * @property {{ name: string, prefix: string, localName: string }} ns
 * @property {boolean} [isAttr]
 * @property {boolean} [isBody]
 * @property {boolean} [isMany]
 * @property {boolean} [isReference]
 * @property {boolean} [isVirtual]
 * @property {{ serialize?: string }} [xml]
 */

/**
 * @param {Element | undefined} element
 * @param {string[]} types such as UserTask
 */
export function is(element, ...types) {
  return element !== undefined && types.some(type => element.$instanceOf?.(`bpmn:${type}`));
}

/**
 * A diagram, with the queries that the rules need. As in the engine, a sequence flow itself decides what it connects,
 * whatever its source and target list.
 */
export class Diagram {

  /** @type {Map<Element, Element[]>} */
  #outgoing;
  /** @type {Map<Element, Element[]>} */
  #boundaries;
  /** @type {Set<Element> | undefined} */
  #found;

  /** @param {Element} definitions */
  constructor(definitions) {
    this.definitions = definitions;
    /** @type {Element[]} */
    this.processes = (definitions.get('rootElements') ?? []).filter((/** @type {Element} */ root) => is(root, 'Process'));
    /** @type {Element[]} */
    this.all = this.processes.flatMap(process => [...within(process)]);
    this.nodes = this.all.filter(element => is(element, 'FlowNode'));
    this.flows = this.all.filter(element =>
      is(element, 'SequenceFlow') && element.get('sourceRef') && element.get('targetRef'));
    this.#outgoing = grouped(this.flows, 'sourceRef');
    this.#boundaries = grouped(this.nodes.filter(node => is(node, 'BoundaryEvent')), 'attachedToRef');
  }

  /** @param {string} id */
  node(id) {
    return this.nodes.find(node => node.id === id);
  }

  // ---- compensation

  /** @param {Element} host */
  boundaryEvents(host) {
    return this.#boundaries.get(host) ?? [];
  }

  /**
   * Returns the compensation handlers of a compensation boundary event.
   * @param {Element} event
   * @returns {Element[]}
   */
  boundTo(event) {
    return this.all
      .filter(arrow => is(arrow, 'Association') && arrow.get('sourceRef') === event)
      .map(arrow => arrow.get('targetRef'))
      .filter(target => is(target, 'Activity'));
  }

  /**
   * Returns the compensation handler of the activity; undefined if it has none.
   * @param {Element} activity
   */
  undoOf(activity) {
    return this.boundaryEvents(activity).filter(isCompensationBoundary).flatMap(event => this.boundTo(event))[0];
  }

  // ---- errors

  /**
   * Returns the event that catches an error of a node: one on its border, else in the nearest scope around it.
   * @param {Element} node
   * @param {string} code
   */
  catcher(node, code) {
    for (const scope of around(node)) {
      const caught = [...eventSubProcessStarts(scope), ...this.boundaryEvents(scope)].find(event => {
        const definition = definitionOf(event, 'ErrorEventDefinition');
        return definition && (!definition.get('errorRef') || definition.get('errorRef').get('errorCode') === code);
      });
      if (caught) return caught;
    }
    return undefined;
  }

  // ---- paths

  /** @param {Element} node */
  outgoing(node) {
    return this.#outgoing.get(node) ?? [];
  }

  /** All nodes that some way leads to, whatever the conditions on it say. */
  get reached() {
    this.#found ??= this.#reached();
    return this.#found;
  }

  #reached() {
    /** @type {Set<Element>} */
    const reached = new Set();
    const open = this.processes.flatMap(process => [...starts(process), ...eventSubProcessStarts(process)]);
    for (let node = open.pop(); node; node = open.pop()) {
      if (reached.has(node)) continue;
      reached.add(node);
      open.push(
        ...this.outgoing(node).map(flow => flow.get('targetRef')),
        ...this.boundaryEvents(node), ...starts(node), ...eventSubProcessStarts(node),
        ...this.#linkedFrom(node),
        ...(isCompensationBoundary(node) ? this.boundTo(node) : []));
    }
    return reached;
  }

  /**
   * Returns the events at which a link goes on; none for any other node.
   * @param {Element} node
   */
  #linkedFrom(node) {
    const name = is(node, 'ThrowEvent') ? definitionOf(node, 'LinkEventDefinition')?.get('name') : undefined;
    return name === undefined ? [] : this.nodes.filter(target => is(target, 'CatchEvent')
      && target.$parent === node.$parent && definitionOf(target, 'LinkEventDefinition')?.get('name') === name);
  }
}

/**
 * @param {Element[]} elements
 * @param {string} name of the property to group them by
 */
function grouped(elements, name) {
  /** @type {Map<Element, Element[]>} */
  const groups = new Map();
  for (const element of elements) {
    const group = groups.get(element.get(name));
    if (group) group.push(element);
    else groups.set(element.get(name), [element]);
  }
  return groups;
}

/**
 * @param {Element} scope
 * @returns {Generator<Element>}
 */
function* within(scope) {
  for (const element of [...scope.get('flowElements') ?? [], ...scope.get('artifacts') ?? []]) {
    yield element;
    if (is(element, 'SubProcess')) yield* within(element);
  }
}

/**
 * @param {Element} scope
 * @returns {Element[]}
 */
function flowElements(scope) {
  return is(scope, 'Process', 'SubProcess') ? scope.get('flowElements') ?? [] : [];
}

/** @param {Element} scope */
function starts(scope) {
  return flowElements(scope).filter(child => is(child, 'StartEvent'));
}

/** @param {Element} scope */
function eventSubProcessStarts(scope) {
  return flowElements(scope).filter(child => is(child, 'SubProcess') && child.get('triggeredByEvent')).flatMap(starts);
}

/**
 * Returns the element and all elements around it, from the inside to the outside.
 * @param {Element | undefined} element
 */
export function* around(element) {
  for (let scope = element; scope; scope = scope.$parent) yield scope;
}

/**
 * @param {Element} element
 * @returns {Element}
 */
export function processOf(element) {
  for (const scope of around(element)) if (is(scope, 'Process')) return scope;
  throw new Error(`${element.id} is in no process`);
}

/**
 * @param {Element} event
 * @param {string} type such as TimerEventDefinition
 * @returns {Element | undefined}
 */
export function definitionOf(event, type) {
  return is(event, 'CatchEvent', 'ThrowEvent')
    ? (event.get('eventDefinitions') ?? []).find((/** @type {Element} */ definition) => is(definition, type))
    : undefined;
}

/** @param {Element} node */
export function isCompensationBoundary(node) {
  return is(node, 'BoundaryEvent') && definitionOf(node, 'CompensateEventDefinition') !== undefined;
}

/**
 * Returns the name of the delegate that a task or an event definition calls.
 * @param {Element | undefined} caller
 * @returns {string | undefined}
 */
export function step(caller) {
  return /^\$\{(\w+)}$/.exec(said(caller, 'camunda:delegateExpression') ?? '')?.[1];
}

/**
 * Returns the value of an attribute; undefined if the element does not have it.
 * @param {Element | undefined} element
 * @param {string} name
 * @returns {string | undefined}
 */
export function said(element, name) {
  const value = element?.get(name);
  return value === undefined || value === null ? undefined : String(value);
}
