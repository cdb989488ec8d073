// Two versions of a diagram as pictures that move together, with what differs coloured and signed.
// @ts-check
import { element } from './element.js';
import { SIGNS } from './signs.js';
import { words } from './words.js';

/**
 * @typedef {import('./compare.js').Change} Change
 * @typedef {import('./compare.js').Compared} Compared
 * @typedef {import('./signs.js').How} How
 * @typedef {{x: number, y: number, width: number, height: number}} Box
 * @typedef {Box & {id: string, parent?: Drawn, waypoints?: {x: number, y: number}[]}} Drawn what the viewer knows of an element
 */

const VIEWER = new URL('./bpmn-js/bpmn-navigated-viewer.production.min.js', import.meta.url).href;
/** What stands around an element that is looked at. */
const MARGIN = 60;
/** Half the size of a sign. */
const HALF = 10;

/** The viewer names the plane of a collapsed subprocess after it, with this behind. */
const PLANE = '_plane';

/** @param {Box[]} boxes */
function around(boxes) {
  const x = Math.min(...boxes.map(box => box.x));
  const y = Math.min(...boxes.map(box => box.y));
  return { x, y, width: Math.max(...boxes.map(box => box.x + box.width)) - x, height: Math.max(...boxes.map(box => box.y + box.height)) - y };
}

/** @param {Drawn} drawn */
function boxOf({ waypoints, x, y, width, height }) {
  return waypoints ? around(waypoints.map(point => ({ ...point, width: 0, height: 0 }))) : { x, y, width, height };
}

/** One version of the diagram. */
class Picture {
  /**
   * @param {number} version
   * @param {How[]} shown
   */
  constructor(version, shown) {
    this.shown = shown;
    this.place = element('div', { className: 'picture' });
    this.node = element('figure', {}, element('figcaption', {}, words('versionOf', { version })), this.place);
  }

  /** @param {string} file */
  async show(file) {
    await import(VIEWER);
    const viewer = new (/** @type {any} */ (globalThis)).BpmnJS({ container: this.place, canvas: { deferUpdate: false } });
    await viewer.importXML(file);
    this.viewer = viewer;
    this.canvas = viewer.get('canvas');
    this.home = this.canvas.getRootElement();
  }

  /**
   * @param {string} id
   * @returns {Drawn | undefined} nothing where the element is not drawn, as the process itself is not
   */
  find(id) {
    const found = this.viewer.get('elementRegistry').get(id);
    return found?.parent ? found : undefined;
  }

  /** @param {Change[]} changes */
  mark(changes) {
    /** @type {Map<string, How[]>} */
    const marked = new Map();
    changes.filter(({ change, element: id }) => this.shown.includes(change) && this.find(id))
      .forEach(({ change, element: id }) => marked.set(id, [...marked.get(id) || [], change]));
    marked.forEach((ways, id) => {
      ways.forEach(how => this.canvas.addMarker(id, `orderflow-${how}`));
      this.sign(id, ways.map(how => SIGNS[how]).join(' '), ways.map(how => words(how)).join(', '), ways[0]);
    });
    const within = new Set([...marked.keys()].flatMap(id => this.collapsedAround(id)));
    within.forEach(id => this.sign(id, '…', words('within'), 'within'));
  }

  /**
   * The subprocesses that hide an element on a plane of their own.
   *
   * @param {string} id
   * @returns {string[]}
   */
  collapsedAround(id) {
    const plane = this.canvas.findRoot(id)?.id || '';
    if (!plane.endsWith(PLANE)) return [];
    const outer = plane.slice(0, -PLANE.length);
    return [outer, ...this.collapsedAround(outer)];
  }

  /**
   * @param {string} id
   * @param {string} sign
   * @param {string} meaning
   * @param {string} how
   */
  sign(id, sign, meaning, how) {
    const drawn = /** @type {Drawn} */ (this.find(id));
    const box = boxOf(drawn);
    const middle = drawn.waypoints?.length === 2 ? { x: box.x + box.width / 2, y: box.y + box.height / 2 }
      : drawn.waypoints?.[1] || { x: box.x + (how === 'within' ? 0 : box.width), y: box.y };
    this.viewer.get('overlays').add(id, {
      position: { top: middle.y - box.y - HALF, left: middle.x - box.x - HALF },
      scale: { min: 0.7, max: 1 },
      html: element('div', { className: `orderflow-sign ${how}`, title: meaning }, sign)
    });
  }

  /** @param {string} id */
  choose(id) {
    if (this.chosen) this.canvas.removeMarker(this.chosen, 'orderflow-chosen');
    this.chosen = this.find(id) && id;
    if (this.chosen) this.canvas.addMarker(id, 'orderflow-chosen');
  }
}

/** Both versions, with what their colours and signs mean. */
export class Pictures {
  /**
   * @param {Compared} before
   * @param {Compared} after
   * @param {Change[]} changes
   */
  constructor(before, after, changes) {
    this.changes = changes;
    this.before = new Picture(before.version, ['REMOVED', 'CHANGED', 'MOVED']);
    this.after = new Picture(after.version, ['ADDED', 'CHANGED', 'MOVED']);
    this.both = [this.before, this.after];
    const whole = element('button', { type: 'button', className: 'btn btn-default btn-sm' }, words('whole'));
    whole.addEventListener('click', () => this.showWhole());
    const legend = /** @type {How[]} */ (Object.keys(SIGNS)).map(how =>
      element('span', {}, element('span', { className: `orderflow-sign ${how}` }, SIGNS[how]), ` ${words(how)}`));
    this.node = element('div', { className: 'pictures' }, this.before.node, this.after.node,
      element('p', { className: 'legend' }, ...legend,
        element('span', {}, element('span', { className: 'orderflow-sign within' }, '…'), ` ${words('within')}`), whole));
  }

  /**
   * @param {string} before
   * @param {string} after
   */
  async show(before, after) {
    try {
      await this.before.show(before);
      await this.after.show(after);
    } catch (e) { // such as a file that holds no drawing
      this.node.replaceChildren(element('p', { className: 'legend' },
        words('noPicture', { reason: e instanceof Error ? e.message : String(e) })));
      return;
    }
    this.areShown = true;
    this.both.forEach(picture => picture.mark(this.changes));
    this.moveTogether(this.before, this.after);
    this.moveTogether(this.after, this.before);
    const found = this.changes.flatMap(change => this.both.flatMap(picture => {
      const drawn = picture.find(change.element);
      return drawn && picture.canvas.findRoot(drawn) === picture.home ? [boxOf(drawn)] : [];
    }));
    if (found.length > 0) this.look(around(found));
    else this.showWhole();
  }

  /** @param {Change} change */
  shows(change) {
    return Boolean(this.areShown) && this.both.some(picture => picture.find(change.element));
  }

  /**
   * Brings an element into the middle of both pictures.
   *
   * @param {Change} change
   */
  choose({ element: id }) {
    const where = this.after.find(id) ? this.after : this.before;
    where.canvas.setRootElement(where.canvas.findRoot(id));
    this.both.forEach(picture => picture.choose(id));
    this.look(around(this.both.flatMap(picture => picture.find(id) || []).map(boxOf)));
  }

  showWhole() {
    this.both.forEach(picture => picture.canvas.setRootElement(picture.home));
    this.look(around(this.both.map(picture => picture.canvas.viewbox().inner)));
  }

  /**
   * Shows a part of the diagram in the middle, not larger than it was drawn.
   *
   * @param {Box} box
   */
  look(box) {
    const { outer } = this.after.canvas.viewbox();
    const smaller = Math.max(1, (box.width + 2 * MARGIN) / outer.width, (box.height + 2 * MARGIN) / outer.height);
    const width = outer.width * smaller;
    const height = outer.height * smaller;
    this.after.canvas.viewbox({ x: box.x + (box.width - width) / 2, y: box.y + (box.height - height) / 2, width, height });
  }

  /**
   * @param {Picture} leader
   * @param {Picture} follower
   */
  moveTogether(leader, follower) {
    leader.viewer.on('root.set', (/** @type {{element: Drawn}} */ { element: root }) => {
      const same = leader.canvas.getRootElement() === leader.home ? follower.home
        : follower.canvas.getRootElements().find((/** @type {Drawn} */ other) => other.id === root.id);
      if (same && follower.canvas.getRootElement() !== same) follower.canvas.setRootElement(same);
    });
    leader.viewer.on('canvas.viewbox.changed', () => {
      if (this.following) return;
      this.following = true;
      const { x, y, width, height } = leader.canvas.viewbox();
      follower.canvas.viewbox({ x, y, width, height });
      this.following = false;
    });
  }
}
