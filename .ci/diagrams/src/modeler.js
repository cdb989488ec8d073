// Camunda Modeler's editor for Camunda 7 diagrams, running in headless Chromium without a network.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { list, toolsDir } from './files.js';
import { camundaDmn, isDmn } from './moddle.js';

const bpmnDist = join(toolsDir, 'node_modules/camunda-bpmn-js/dist');
const dmnDist = join(toolsDir, 'node_modules/dmn-js/dist');

/** Runs work(page), closes the browser after it, and passes on what went wrong in the page. */
export async function withBrowser(work) {
  const browser = await chromium.launch({
    executablePath: '/usr/bin/chromium',
    args: ['--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run',
      '--disable-background-networking', '--disable-component-update', '--disable-sync']
  });
  try {
    const context = await browser.newContext({ deviceScaleFactor: 2, viewport: { width: 1600, height: 1000 } });
    await context.route('**', route => route.abort());
    return await work(await context.newPage());
  } finally {
    await browser.close();
  }
}

/** Opens a diagram or decision in a fresh modeler: the import's warnings, errors included. The page holds it as `modeler`. */
export async function open(page, xml) {
  const problems = [];
  const note = error => problems.push(error.message);
  page.on('pageerror', note);
  await page.setContent('<!doctype html><style>html,body,#canvas{height:100%;margin:0}</style><div id="canvas"></div>');
  await (isDmn(xml) ? loadDmn(page) : loadBpmn(page));
  const found = await page.evaluate(async xml => {
    try {
      const { warnings } = await modeler.importXML(xml);
      return warnings.map(warning => warning.message);
    } catch (error) {
      return [`import failed: ${error.message}`];
    }
  }, xml);
  const templateErrors = await page.evaluate(() => window.templateErrors ?? []);
  page.off('pageerror', note);
  return [...templateErrors, ...found, ...problems].map(message => message.split('\n')[0]);
}

async function load(page, dist, script, styles) {
  for (const css of styles) await page.addStyleTag({ path: join(dist, `assets/${css}.css`) });
  await page.addScriptTag({ path: join(dist, script) });
}

/** Makes the page's `modeler` for diagrams, with the modules that the page names so. */
export async function loadBpmn(page, modules = '') {
  await load(page, bpmnDist, 'camunda-platform-modeler.production.min.js', ['diagram-js', 'bpmn-js']);
  const templates = list('processes/.camunda/element-templates', '.json')
    .flatMap(file => JSON.parse(readFileSync(file, 'utf8')));
  await page.evaluate(([templates, modules]) => {
    window.modeler = new BpmnModeler({
      container: '#canvas',
      additionalModules: new Function(`return [${modules}]`)(),
      alignToOrigin: { alignOnSave: false, offset: 150, tolerance: 50 } // as in the desktop Modeler
    });
    window.templateErrors = [];
    modeler.on('elementTemplates.errors', ({ errors }) => templateErrors.push(...errors.map(e => e.message)));
    modeler.get('elementTemplatesLoader').setTemplates(templates);
  }, [templates, modules]);
}

async function loadDmn(page) {
  await load(page, dmnDist, 'dmn-modeler.production.min.js', ['diagram-js', 'dmn-js-shared', 'dmn-js-drd',
    'dmn-js-decision-table', 'dmn-js-decision-table-controls', 'dmn-js-literal-expression']);
  await page.evaluate(camunda => {
    window.modeler = new DmnJS({ container: '#canvas', moddleExtensions: { camunda } });
  }, camundaDmn);
}
