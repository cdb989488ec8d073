// Camunda Modeler's editor for Camunda 7 diagrams, running in headless Chromium without a network.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { list, toolsDir } from './files.js';

const dist = join(toolsDir, 'node_modules/camunda-bpmn-js/dist');

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

/** Opens a diagram in a fresh modeler: the import's warnings, errors included. The page holds it as `modeler`. */
export async function open(page, xml) {
  const problems = [];
  const note = error => problems.push(error.message);
  page.on('pageerror', note);
  await page.setContent('<!doctype html><style>html,body,#canvas{height:100%;margin:0}</style><div id="canvas"></div>');
  for (const css of ['diagram-js', 'bpmn-js']) {
    await page.addStyleTag({ path: join(dist, `assets/${css}.css`) });
  }
  await page.addScriptTag({ path: join(dist, 'camunda-platform-modeler.production.min.js') });
  const templates = list('processes/.camunda/element-templates', '.json')
    .flatMap(file => JSON.parse(readFileSync(file, 'utf8')));
  const found = await page.evaluate(async ({ xml, templates }) => {
    const found = [];
    window.modeler = new BpmnModeler({
      container: '#canvas',
      alignToOrigin: { alignOnSave: false, offset: 150, tolerance: 50 } // as in the desktop Modeler
    });
    modeler.on('elementTemplates.errors', ({ errors }) => errors.forEach(e => found.push(e.message)));
    modeler.get('elementTemplatesLoader').setTemplates(templates);
    try {
      const { warnings } = await modeler.importXML(xml);
      warnings.forEach(warning => found.push(warning.message));
    } catch (error) {
      found.push(`import failed: ${error.message}`);
    }
    return found;
  }, { xml, templates });
  page.off('pageerror', note);
  return [...found, ...problems].map(message => message.split('\n')[0]);
}
