// The page "Models" in Cockpit: an analyst checks a file, sees who deployed what, goes back, and lets orders follow.
// Usage: models.mjs ADDRESS ORDER_FILE   with an order on the first version
import { readFileSync } from 'node:fs';
import { withBrowser } from './webapps.mjs';

const [address, file] = process.argv.slice(2);
const ours = readFileSync(file, 'utf8');

async function deploy(text) {
  const body = new FormData();
  body.append('deployment-name', 'Analyst');
  body.append('Order.bpmn', new File([text], 'Order.bpmn'));
  const answer = await fetch(`${address}/engine-rest/deployment/create`,
    { method: 'POST', headers: { Authorization: `Basic ${btoa('analyst:analyst')}` }, body });
  if (!answer.ok) throw new Error(`not deployed: ${await answer.text()}`);
}

async function check(session, text, says, picture) {
  await session.page.locator('.orderflow-models input[type=file]').setInputFiles({ name: 'Order.bpmn', mimeType: 'text/xml', buffer: Buffer.from(text) });
  await session.sees(says);
  await session.picture(picture);
}

async function analystWorks(openSession) {
  const analyst = await openSession('analyst');
  await analyst.logIn('cockpit');
  await analyst.press('Models');
  await analyst.sees('1 (current)');
  await check(analyst, ours, 'These files can be deployed.', 'models-checked');
  await check(analyst, ours.replace('${reserveStock}', '${reserveStocks}'), 'Every order that gets there would fail.', 'models-refused');
  console.log('ok: an analyst checks a file');

  await deploy(ours.replace('name="Book shipment"', 'name="Book parcel"'));
  await analyst.page.reload();
  await analyst.sees('2 (current)');
  await analyst.press('What changed');
  await analyst.sees('what version 2 says differently from version 1');
  await analyst.sees('“Book parcel”');
  await analyst.picture('models-changes');
  console.log('ok: an analyst sees what a version changes');
  const order = analyst.page.locator('tr', { hasText: '2 (current)' });
  await order.getByRole('button', { name: 'Who could follow' }).click();
  await analyst.sees('Await hand-over');
  await analyst.picture('models-impact');
  await analyst.press('Let them follow');
  await analyst.sees('Those that can follow go on with version 2');
  await analyst.picture('models-question');
  await analyst.page.getByRole('dialog').getByRole('button', { name: 'Let them follow' }).click();
  await analyst.sees('on their way to version 2');
  console.log('ok: an analyst lets orders follow');

  await analyst.page.reload();
  await analyst.sees('2 (current)');
  await analyst.page.locator('tr', { hasText: 'Order.bpmn' }).getByRole('button', { name: 'Make current' }).click();
  await analyst.page.getByRole('dialog').getByRole('button', { name: 'Make current' }).click();
  await analyst.sees('what version 1 said is current again, as version 3.');
  await analyst.picture('models');
  console.log('ok: an analyst goes back to an earlier version');
}

async function opsIsTold(openSession) {
  const ops = await openSession('ops');
  await ops.logIn('cockpit');
  await ops.press('Models');
  await ops.sees('Analysts and administrators see the versions');
  await ops.picture('models');
  console.log('ok: ops are told who may');
}

await withBrowser(address, 'target/screenshots', async openSession => {
  await analystWorks(openSession);
  await opsIsTold(openSession);
});
