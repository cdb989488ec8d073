// An analyst's first change, as the page for analysts tells it: a mistake is found, mended, deployed, seen and taken back.
// Usage: firstchange.mjs ADDRESS ORDER_FILE
import { readFileSync } from 'node:fs';
import { withBrowser } from './webapps.mjs';

const [address, file] = process.argv.slice(2);
const ours = readFileSync(file, 'utf8');
const mistaken = changed('R/P30M');
const mended = changed('R/PT30M');

/** The diagram with another time between two reminders that a parcel's failure waits for a decision. */
function changed(cycle) {
  const text = ours.replace('>R/P1D</bpmn:timeCycle>', `>${cycle}</bpmn:timeCycle>`);
  if (text === ours) throw new Error(`${file} has no reminder once a day`);
  return text;
}

/** Sends a file as Modeler's Deploy does. */
async function deploy(text) {
  const body = new FormData();
  body.append('deployment-name', 'order');
  body.append('deployment-source', 'Camunda Modeler');
  body.append('deploy-changed-only', 'true');
  body.append('Order.bpmn', new File([text], 'Order.bpmn'));
  return fetch(`${address}/engine-rest/deployment/create`,
    { method: 'POST', headers: { Authorization: `Basic ${btoa('analyst:analyst')}` }, body });
}

async function check(analyst, text, says, picture) {
  await analyst.page.locator('.orderflow-models input[type=file]')
    .setInputFiles({ name: 'Order.bpmn', mimeType: 'text/xml', buffer: Buffer.from(text) });
  await analyst.sees(says);
  await analyst.picture(picture);
}

await withBrowser(address, 'target/screenshots', async openSession => {
  const analyst = await openSession('analyst');
  await analyst.page.setViewportSize({ width: 1000, height: 560 });
  await analyst.logIn('cockpit');
  await analyst.press('Models');
  await check(analyst, mistaken, 'PT30M are minutes', 'first-refused');
  const refused = await deploy(mistaken);
  if (refused.ok || !(await refused.text()).includes('PT30M are minutes')) throw new Error('months are not refused');
  console.log('ok: a mistake is named by the check and refused by the deployment');

  await check(analyst, mended, 'These files can be deployed.', 'first-checked');
  const deployed = await deploy(mended);
  if (!deployed.ok) throw new Error(`not deployed: ${await deployed.text()}`);
  const [version] = await (await fetch(`${address}/engine-rest/process-definition?key=Order&latestVersion=true`,
    { headers: { Authorization: `Basic ${btoa('analyst:analyst')}` } })).json();
  await analyst.page.reload();
  await analyst.sees(`${version.version} (current)`);
  await analyst.page.locator('tr', { hasText: `${version.version} (current)` }).filter({ hasText: 'Order.bpmn' })
    .getByRole('button', { name: 'What changed' }).click();
  await analyst.sees('R/PT30M');
  await analyst.page.setViewportSize({ width: 1280, height: 640 });
  await analyst.page.getByRole('button', { name: '“Resolution overdue”' }).click();
  for (const at of [0, 1]) {
    await analyst.page.locator('.picture').nth(at).locator('.orderflow-CHANGED:visible').first().waitFor();
  }
  await analyst.picture('first-changes');
  console.log('ok: the change is live, and what it changes is told');
});
