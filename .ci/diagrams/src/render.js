// Draws diagrams and decisions as PNG: all of it, at twice its size, on white.
// A sub-process with a plane of its own is a picture of its own, NAME.SUBPROCESS.png.
// Usage: render                  all of them, as target/diagrams/NAME.png and NAME.dmn.png
//        render FILE OUT.png
import { mkdirSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { models, nameOf, projectDir, shown } from './files.js';
import { open, withBrowser } from './modeler.js';

const [file, out] = process.argv.slice(2);
if (file && !out) throw new Error('Usage: render [FILE OUT.png]');
const jobs = file
  ? [[resolve(file), resolve(out)]]
  : models([], '.bpmn', '.dmn').map(path => [path, join(projectDir, 'target/diagrams', `${nameOf(path)}.png`)]);

/** The picture of each plane, by the id of what it shows; the diagram itself comes first. */
function planes(page) {
  return page.evaluate(async () => {
    const canvas = modeler.get('canvas');
    const pictures = [];
    for (const root of canvas.getRootElements()) {
      canvas.setRootElement(root);
      const { svg } = await modeler.saveSVG();
      pictures.push([root.businessObject.id, svg]);
    }
    return pictures;
  });
}

async function draw(page, pictures, to) {
  for (const [index, [id, svg]] of pictures.entries()) {
    await page.setContent(`<!doctype html><body style="margin:0;background:white">
      <div id="picture" style="display:inline-block;padding:20px;line-height:0">${svg.slice(svg.indexOf('<svg'))}</div>`);
    const path = index ? to.replace(/\.png$/, `.${id.replace(/^\w+?_/, '')}.png`) : to;
    await page.locator('#picture').screenshot({ path });
  }
}

async function render(page, from, to) {
  const warnings = await open(page, readFileSync(from, 'utf8'));
  for (const warning of warnings) console.log(`${shown(from)}: ${warning}`);
  mkdirSync(dirname(to), { recursive: true });
  if (await page.evaluate(() => typeof modeler.saveSVG === 'function')) {
    await draw(page, await planes(page), to);
  } else {
    await page.evaluate(async () => {
      const table = modeler.getViews().find(view => view.type === 'decisionTable');
      if (table) await modeler.open(table);
    });
    await page.addStyleTag({ content: 'html,body,#canvas,#canvas *{height:auto!important}' });
    const table = page.locator('.tjs-container');
    await (await table.count() ? table.first() : page).screenshot({ path: to });
  }
  console.log(`${shown(from)} -> ${shown(to)}`);
}

if (jobs.length) {
  await withBrowser(async page => {
    for (const [from, to] of jobs) await render(page, from, to);
  });
}
