// Draws as an analyst does, in Modeler's editor with its linter and our plug-in: what is wrong is marked as soon as it is
// drawn, and no longer when it is undone. A picture is in target/screenshots/modeler.png.
import { mkdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { projectDir, shown, toolsDir } from './files.js';
import { loadBpmn, withBrowser } from './modeler.js';

const built = join(projectDir, 'target/modeler');
const picture = join(projectDir, 'target/screenshots/modeler.png');
const order = readFileSync(join(projectDir, 'processes/Order.bpmn'), 'utf8');

/** Has the page lint after every change, as Modeler does, and keep the sentences in `problems`. */
async function lint(page) {
  await page.addStyleTag({ path: join(toolsDir, 'node_modules/@camunda/linting/assets/linting.css') });
  await page.addScriptTag({ path: join(built, 'orderflow/client.js') });
  await page.evaluate(async xml => {
    const linter = new ModelersLinting.Linter({ type: 'platform', plugins: plugins.map(({ plugin }) => plugin) });
    window.lint = async () => {
      window.problems = await linter.lint(modeler.getDefinitions());
      modeler.get('linting').setErrors(problems);
      return problems.map(({ id, message }) => `${id}: ${message}`);
    };
    await modeler.importXML(xml);
    modeler.get('linting').activate();
  }, order);
}

const PICTURED = 'a reminder in months';
const edits = {
  [PICTURED]: ['Event_ResolutionOverdue', 'since P30M are months; PT30M are minutes',
    "updateModdleProperties(element, element.businessObject.eventDefinitions[0].timeCycle, { body: 'R/P30M' })"],
  'another step': ['Task_ReserveStock', 'Every order that gets there would fail',
    "updateProperties(element, { 'camunda:delegateExpression': '${reserveStocks}' })"],
  'a save point taken away': ['Task_RetryCharge', 'it is no save point any more',
    "updateProperties(element, { 'camunda:asyncBefore': false })"],
  'another id': ['Order', 'Await delivery (Task_AwaitDelivery): it is not there any more',
    "updateProperties(registry.get('Task_AwaitDelivery'), { id: 'Task_AwaitDelivered' })"],
  'a step taken away': ['Order', 'Complete order (Task_CompleteOrder): it is not there any more',
    "removeElements([registry.get('Task_CompleteOrder')])"],
  'a task for customers': ['Task_ResolveShippingFailure', 'customers would see the task',
    "updateProperties(element, { 'camunda:candidateGroups': 'customer' })"]
};

async function draw(page, [id, sentence, edit]) {
  const found = await page.evaluate(async ([id, edit]) => {
    const registry = modeler.get('elementRegistry');
    const element = registry.get(id);
    new Function('modeling', 'element', 'registry', `modeling.${edit}`)(modeler.get('modeling'), element, registry);
    return lint();
  }, [id, edit]);
  if (!found.some(problem => problem.startsWith(`${id}: `) && problem.includes(sentence))) {
    throw new Error(`not said of ${id}: ${sentence}\n${found.join('\n')}`);
  }
}

async function takePicture(page, id) {
  const size = { width: 760, height: 400 };
  await page.setViewportSize(size);
  await page.addStyleTag({ content: '.djs-palette, .djs-context-pad-parent { display: none }' });
  await page.evaluate(([id, size]) => {
    const canvas = modeler.get('canvas');
    const element = modeler.get('elementRegistry').get(id);
    canvas.setRootElement(canvas.findRoot(element));
    canvas.viewbox({ x: element.x - 330, y: element.y - 190, ...size });
    modeler.get('selection').select(element);
  }, [id, size]);
  await page.locator(`[data-container-id=${id}] .cl-icon-error`).waitFor();
  mkdirSync(dirname(picture), { recursive: true });
  await page.screenshot({ path: picture });
}

async function undo(page) {
  const left = await page.evaluate(() => {
    modeler.get('commandStack').undo();
    return lint();
  });
  if (left.length) throw new Error(`still said after it is undone: ${left.join('\n')}`);
}

await withBrowser(async page => {
  await page.setContent('<!doctype html><style>html,body,#canvas{height:100%;margin:0}</style><div id="canvas"></div>');
  await page.addScriptTag({ path: join(built, 'modelers-linting.js') });
  await loadBpmn(page, 'ModelersLinting.marks');
  await lint(page);
  for (const [what, edit] of Object.entries(edits)) {
    await draw(page, edit);
    if (what === PICTURED) await takePicture(page, edit[0]);
    await undo(page);
    console.log(`ok: ${what}`);
  }
  console.log(shown(picture));
});
