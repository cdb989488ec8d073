// The page "Models" in Cockpit: what is in use, a check of files, the way back, and who could follow to a version.
// @ts-check
import { Comparison } from './compare.js';
import { element } from './element.js';
import { LANGUAGE, words } from './words.js';

/**
 * @typedef {{key: string, name: string | null, kind: string, version: number, current: boolean, deployedAt: string,
 *   deployedBy: string | null, file: string, running: number}} Version
 * @typedef {{fromVersion: number, element: string, label: string | null, running: number, follows: boolean,
 *   reason: string | null}} AtElement
 * @typedef {{running: number, elements: AtElement[]}} Impact
 * @typedef {{file: string, element: string, label: string, severity: string, message: string, remedy: string}} Finding
 * @typedef {{batches: {processes: number}[]}} Migration
 * @typedef {{startedAt: string, startedBy: string, toFollow: number, followed: number, ended: number, left: number,
 *   stayed: AtElement[]}} Progress
 */

const PATH = '/models';
const PAGE = 100;

/** What the application says, asked in the session of the person at the browser. */
class Models {
  /** @param {string} token against requests from other sites */
  constructor(token) {
    this.token = token;
  }

  /** @returns {Promise<Version[]>} */
  async versions() {
    const versions = [];
    for (let page = 0, pages = 1; page < pages; page++) {
      const found = await this.ask('GET', `?size=${PAGE}&page=${page}`);
      versions.push(...found.content);
      pages = found.page.totalPages;
    }
    return versions;
  }

  /**
   * @param {Version} version
   * @returns {Promise<string>} the text of its file
   */
  async file(version) {
    return (await this.ask('GET', `/${encodeURIComponent(version.key)}/${version.version}/file`)).content;
  }

  /**
   * @param {string} method
   * @param {string} path
   * @param {BodyInit} [body]
   */
  async ask(method, path, body) {
    /** @type {Record<string, string>} */
    const headers = { 'X-XSRF-TOKEN': this.token, 'Accept-Language': LANGUAGE, Accept: 'application/json' };
    if (typeof body === 'string') headers['Content-Type'] = 'application/json';
    const answer = await fetch(`${base()}/api/models${path}`, { method, headers, body });
    const said = await answer.json();
    if (!answer.ok) throw new Refusal(answer.status, said);
    return said;
  }
}

/** A problem that the application answers with. */
class Refusal extends Error {
  /**
   * @param {number} status
   * @param {{detail: string, findings?: Finding[], reason?: string}} problem
   */
  constructor(status, problem) {
    super(problem.reason || problem.detail);
    this.status = status;
    this.findings = problem.findings || [];
  }
}

/** Where the application stands: everything before Camunda's own part of the address. */
function base() {
  return location.pathname.slice(0, location.pathname.indexOf('/camunda/'));
}

/** @param {Version} version */
function nameOf(version) {
  return version.name || version.key;
}

/** @param {string} time */
function local(time) {
  return new Date(time).toLocaleString(LANGUAGE, { dateStyle: 'medium', timeStyle: 'short' });
}

class ModelsPage {
  /**
   * @param {HTMLElement} node
   * @param {Models} models
   */
  constructor(node, models) {
    this.models = models;
    this.said = element('div', { ariaLive: 'polite' });
    this.list = element('div');
    this.details = element('div');
    node.append(element('link', { rel: 'stylesheet', href: new URL('./models.css', import.meta.url).href }),
      element('div', { className: 'orderflow-models' },
        element('h1', {}, words('models')), element('p', { className: 'note' }, words('lead')),
        ...this.check(), this.said, this.details, this.list));
  }

  /** The part of the page where files are checked. */
  check() {
    const files = /** @type {HTMLInputElement} */ (element('input',
      { type: 'file', multiple: true, accept: '.bpmn,.dmn,.form', ariaLabel: words('check') }));
    const found = element('div', { ariaLive: 'polite' });
    files.addEventListener('change', () => this.trying(async () => {
      const body = new FormData();
      [...files.files || []].forEach(file => body.append(file.name, file, file.name));
      files.value = '';
      const { deployable, findings } = await this.models.ask('POST', '/check', body);
      found.replaceChildren(findingsIn(deployable, findings));
    }));
    return [element('h2', {}, words('check')), element('p', { className: 'note' }, words('checkNote')), files, found];
  }

  async show() {
    await this.trying(async () => {
      /** @type {Map<string, Version[]>} */
      const byKey = new Map();
      for (const version of await this.models.versions()) {
        byKey.set(version.key, [...byKey.get(version.key) || [], version]);
      }
      this.list.replaceChildren(...[...byKey.values()].flatMap(versions => this.versions(versions)));
    });
  }

  /** @param {Version[]} versions of one process or table, the latest first */
  versions(versions) {
    const head = element('tr', {}, ...['version', 'since', 'by', 'file', 'running'].map(key =>
      element('th', { className: key === 'running' ? 'number' : '' }, words(key))), element('th'));
    return [element('h2', {}, nameOf(versions[0])),
      element('table', {}, element('thead', {}, head),
        element('tbody', {}, ...versions.map(version => this.row(version, versions))))];
  }

  /**
   * @param {Version} version
   * @param {Version[]} versions
   */
  row(version, versions) {
    const acts = element('td', { className: 'acts' });
    const before = versions.find(other => other.version < version.version);
    if (before) acts.append(this.button('changes', () => this.changes(version, before)), ' ');
    if (!version.current) {
      acts.append(this.button('makeCurrent', () => this.makeCurrent(version)), ' ');
    }
    if (version.kind === 'PROCESS' && versions.some(other => other !== version && other.running > 0)) {
      acts.append(this.button('impact', () => this.impact(version)));
    }
    return element('tr', { className: version.current ? 'current' : '' },
      element('td', {}, version.version + (version.current ? ` (${words('current')})` : '')),
      element('td', {}, local(version.deployedAt)),
      element('td', {}, version.deployedBy || words('application')),
      element('td', {}, version.file),
      element('td', { className: 'number' }, version.kind === 'PROCESS' ? version.running.toLocaleString(LANGUAGE) : '–'),
      acts);
  }

  /**
   * @param {string} key
   * @param {() => Promise<void>} act
   */
  button(key, act) {
    const button = /** @type {HTMLButtonElement} */ (element('button', { type: 'button', className: 'btn btn-default btn-sm' }, words(key)));
    button.addEventListener('click', async () => {
      button.disabled = true;
      await this.trying(act);
      button.disabled = false;
    });
    return button;
  }

  /** @param {Version} version */
  async makeCurrent(version) {
    if (!await this.agrees('makeCurrent', 'reallyCurrent', version)) return;
    const now = await this.models.ask('POST', `/${encodeURIComponent(version.key)}/${version.version}/current`);
    await this.show();
    this.say(words('nowCurrent', { name: nameOf(version), old: version.version, version: now.version }));
  }

  /**
   * @param {Version} version
   * @param {Version} before
   */
  async changes(version, before) {
    /** @type {import('./compare.js').Change[]} */
    const changes = await this.models.ask('GET',
      `/${encodeURIComponent(version.key)}/${version.version}/changes?from=${before.version}`);
    const comparison = new Comparison(before, version, changes);
    this.details.replaceChildren(
      element('h2', {}, words('changesOf', { name: nameOf(version), version: version.version, from: before.version })),
      changes.length === 0 ? element('p', {}, words('same')) : comparison.node);
    this.details.scrollIntoView({ block: 'start' });
    if (changes.length > 0) await comparison.show(await this.models.file(before), await this.models.file(version));
  }

  /** @param {Version} version */
  async impact(version) {
    /** @type {Impact} */
    const impact = await this.models.ask('GET', `/${encodeURIComponent(version.key)}/${version.version}/impact`);
    const head = element('tr', {}, ...['onVersion', 'standsAt', 'running', 'canFollow'].map(key =>
      element('th', { className: key === 'running' ? 'number' : '' }, words(key))));
    const rows = impact.elements.map(at => element('tr', {}, element('td', {}, String(at.fromVersion)),
      element('td', { title: at.element }, at.label || at.element),
      element('td', { className: 'number' }, at.running.toLocaleString(LANGUAGE)),
      element('td', {}, at.follows ? words('yes') : at.reason || '')));
    this.details.replaceChildren(
      element('h2', {}, words('impactOf', { version: version.version, name: nameOf(version) })),
      ...await this.progress(version),
      ...impact.elements.length === 0 ? [element('p', {}, words('nobody'))]
        : [element('table', {}, element('thead', {}, head), element('tbody', {}, ...rows)),
          impact.elements.some(at => at.follows) ? this.button('follow', () => this.follow(version))
            : element('p', {}, words('noneFollow'))]);
    this.details.scrollIntoView({ block: 'nearest' });
  }

  /**
   * How far the latest migration to a version is; nothing if there was none.
   *
   * @param {Version} version
   */
  async progress(version) {
    try {
      /** @type {Progress} */
      const found = await this.models.ask('GET', `/${encodeURIComponent(version.key)}/${version.version}/migration`);
      const stayed = found.stayed.reduce((sum, at) => sum + at.running, 0);
      return [element('p', { className: 'note' },
        words('progress', { ...found, stayed, startedAt: local(found.startedAt) }))];
    } catch (e) {
      if (e instanceof Refusal && e.status === 404) return [];
      throw e;
    }
  }

  /** @param {Version} version */
  async follow(version) {
    if (!await this.agrees('follow', 'reallyFollow', version)) return;
    /** @type {Migration} */
    const { batches } = await this.models.ask('POST', `/${encodeURIComponent(version.key)}/${version.version}/migration`,
      JSON.stringify({ dryRun: false }));
    const count = batches.reduce((sum, batch) => sum + batch.processes, 0);
    this.details.replaceChildren();
    this.say(count === 0 ? words('noneFollow') : words('following', { count, version: version.version }));
  }

  /**
   * Asks in a dialog of the page: Cockpit's document may open none of the browser's.
   *
   * @param {string} act
   * @param {string} question
   * @param {Version} version
   * @returns {Promise<boolean>}
   */
  agrees(act, question, version) {
    const yes = element('button', { className: 'btn btn-primary', value: 'yes' }, words(act));
    const no = element('button', { className: 'btn btn-default', value: 'no' }, words('cancel'));
    const dialog = /** @type {HTMLDialogElement} */ (element('dialog', { className: 'orderflow-models-dialog' },
      element('form', { method: 'dialog' }, element('p', {}, words(question, { version: version.version, name: nameOf(version) })),
        no, ' ', yes)));
    this.said.parentElement?.append(dialog);
    dialog.showModal();
    return new Promise(resolve => dialog.addEventListener('close', () => {
      dialog.remove();
      resolve(dialog.returnValue === 'yes');
    }));
  }

  /** @param {() => Promise<void>} act */
  async trying(act) {
    this.said.replaceChildren();
    try {
      await act();
    } catch (e) {
      if (e instanceof Refusal && e.findings.length > 0) this.said.replaceChildren(findingsIn(false, e.findings));
      else if (e instanceof Refusal && e.status === 403) this.say(words('forAnalysts'));
      else this.say(words('failed', { reason: e instanceof Error ? e.message : String(e) }), 'refused');
    }
  }

  /**
   * @param {string} text
   * @param {string} how
   */
  say(text, how = '') {
    this.said.replaceChildren(element('p', { className: `said ${how}` }, text));
    this.said.scrollIntoView({ block: 'nearest' });
  }
}

/**
 * @param {boolean} deployable
 * @param {Finding[]} findings
 */
function findingsIn(deployable, findings) {
  const how = !deployable ? 'refused' : findings.length > 0 ? 'warning' : '';
  const lead = !deployable ? 'notDeployable' : findings.length > 0 ? 'warnings' : 'deployable';
  return element('div', { className: `said ${how}` }, element('p', {}, words(lead)),
    element('ul', {}, ...findings.map(finding => element('li', {},
      element('b', {}, [finding.file, finding.label || finding.element].filter(Boolean).join(', ')),
      `: ${finding.message} ${finding.remedy}`))));
}

export default [
  {
    id: 'orderflow.navigation',
    pluginPoint: 'cockpit.navigation',
    priority: 10,
    /** @param {HTMLElement} node */
    render: node => {
      node.append(element('a', { href: `#${PATH}` }, words('models')));
    }
  },
  {
    id: 'orderflow.models',
    pluginPoint: 'cockpit.route',
    priority: 10,
    properties: { path: PATH },
    /**
     * @param {HTMLElement} node
     * @param {{api: {CSRFToken: string}}} cockpit
     */
    render: (node, { api }) => {
      new ModelsPage(node, new Models(api.CSRFToken)).show();
    }
  }
];
