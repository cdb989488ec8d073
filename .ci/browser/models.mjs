// The page "Models" in Cockpit: an analyst checks a file, sees who deployed what, goes back, and lets orders follow.
// Usage: models.mjs ADDRESS ORDER_FILE TABLE_FILE   with an order on the first version
import { readFileSync } from 'node:fs';
import { withBrowser } from './webapps.mjs';

const [address, file, tableFile] = process.argv.slice(2);
const ours = readFileSync(file, 'utf8');
const ourTable = readFileSync(tableFile, 'utf8');

/** Fails where there is nothing to replace. */
function replaced(text, from, to) {
  if (!text.includes(from)) throw new Error(`no ${from} to replace`);
  return text.replace(from, () => to);
}

/** The order's diagram with a step renamed, one moved, and a task of an analyst's own between two steps. */
function otherOrder() {
  let text = replaced(ours, 'name="Book shipment"', 'name="Book parcel"');
  text = replaced(text, '<bpmndi:BPMNShape id="Task_ReserveStock_di" bpmnElement="Task_ReserveStock">\n        <dc:Bounds x="100" y="160"',
    '<bpmndi:BPMNShape id="Task_ReserveStock_di" bpmnElement="Task_ReserveStock">\n        <dc:Bounds x="100" y="150"');
  text = replaced(text, '<bpmn:sequenceFlow id="Flow_UseCoupon_ChargePayment" sourceRef="Task_UseCoupon" targetRef="Task_ChargePayment" />',
    `<bpmn:userTask id="Task_CheckAddress" name="Check address" camunda:candidateGroups="ops" camunda:dueDate="P1D" />
    <bpmn:sequenceFlow id="Flow_UseCoupon_ChargePayment" sourceRef="Task_UseCoupon" targetRef="Task_CheckAddress" />
    <bpmn:sequenceFlow id="Flow_CheckAddress_ChargePayment" sourceRef="Task_CheckAddress" targetRef="Task_ChargePayment" />`);
  return replaced(text, `<di:waypoint x="540" y="200" />
        <di:waypoint x="570" y="200" />
      </bpmndi:BPMNEdge>`, `<di:waypoint x="525" y="160" />
        <di:waypoint x="525" y="120" />
      </bpmndi:BPMNEdge>
      <bpmndi:BPMNShape id="Task_CheckAddress_di" bpmnElement="Task_CheckAddress">
        <dc:Bounds x="510" y="40" width="100" height="80" />
      </bpmndi:BPMNShape>
      <bpmndi:BPMNEdge id="Flow_CheckAddress_ChargePayment_di" bpmnElement="Flow_CheckAddress_ChargePayment">
        <di:waypoint x="580" y="120" />
        <di:waypoint x="580" y="160" />
      </bpmndi:BPMNEdge>`);
}

/** The table with its first rule gone, a cell of the second changed, the fifth above the fourth, and a new one before the last. */
function otherTable() {
  const rules = ourTable.match(/ *<rule [\s\S]*?<\/rule>\n/g);
  const fresh = rules[2].replace(/id="(\w+?)_3/g, 'id="$1_New').replace('"WITHDRAWAL","AFTER_WITHDRAWAL"', '"WITHDRAWAL"')
    .replace('"DEFECTIVE","WRONG_ITEM"', '"OTHER"');
  const order = [replaced(rules[1], '"P1D"', '"P2D"'), rules[2], rules[4], rules[3], fresh, rules[5]];
  return replaced(ourTable, rules.join(''), order.join(''));
}

async function deploy(text, name = 'Order.bpmn') {
  const body = new FormData();
  body.append('deployment-name', 'Analyst');
  body.append(name, new File([text], name));
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

  await deploy(otherOrder());
  await analyst.page.reload();
  await analyst.sees('2 (current)');
  await analyst.press('What changed');
  await analyst.sees('what version 2 says differently from version 1');
  await analyst.sees('“Book parcel”');
  await drawn(analyst, 'ADDED', ['Check address'], [false, true]);
  await drawn(analyst, 'MOVED', ['Reserve stock'], [true, true]);
  await analyst.picture('models-changes');
  await analyst.page.getByRole('button', { name: '“Book parcel”' }).click();
  await drawn(analyst, 'CHANGED', ['Book shipment', 'Book parcel'], [true, true]);
  await analyst.picture('models-changes-inside');
  await analyst.press('Whole diagram');
  await drawn(analyst, 'ADDED', ['Check address'], [false, true]);
  await analyst.picture('models-changes-whole');
  console.log('ok: an analyst sees what a version changes, side by side');
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

  await analyst.page.locator('tr', { hasText: '3 (current)' }).filter({ hasText: 'Order.bpmn' }).getByRole('button', { name: 'What changed' }).click();
  await drawn(analyst, 'REMOVED', ['Check address'], [true, false]);
  console.log('ok: an analyst sees what is gone');

  await deploy(otherTable(), 'ReturnPolicy.dmn');
  await analyst.page.reload();
  await analyst.page.locator('tr', { hasText: 'ReturnPolicy.dmn' }).getByRole('button', { name: 'What changed' }).click();
  await analyst.sees('what version 2 says differently from version 1');
  for (const [how, cell] of [['ADDED', '"OTHER"'], ['REMOVED', 'The goods have not arrived yet'], ['CHANGED', '"P1D""P2D"']]) {
    await analyst.page.locator(`.rules tr.${how}`, { hasText: cell }).waitFor();
  }
  await analyst.page.locator('.rules tr.MOVED th', { hasText: '5 → 3' }).waitFor();
  await analyst.tallPicture('models-rules');
  console.log('ok: an analyst sees what a table says differently, rule by rule');
}

/** One picture or both show an element with that change, under one of these labels; the other one shows none. */
async function drawn(session, how, labels, shown) {
  const pictures = [0, 1].map(at => session.page.locator('.picture').nth(at));
  const marked = picture => picture.locator(`.orderflow-${how}:visible`);
  const words = new RegExp(labels.map(label => label.replace(' ', '\\s*')).join('|')); // a label may be broken into lines
  for (const picture of pictures.filter((_, at) => shown[at])) {
    await marked(picture).filter({ hasText: words }).first().waitFor();
    await picture.locator(`.orderflow-sign.${how}:visible`).first().waitFor();
  }
  for (const picture of pictures.filter((_, at) => !shown[at])) {
    if (await marked(picture).count() > 0) throw new Error(`a picture shows as ${how} what is in the other version only`);
  }
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
