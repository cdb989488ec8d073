// No text that customers, carriers or colleagues write runs as a script in the webapps.
// Usage: scripts.mjs ADDRESS RETURNED FAILED   the numbers of orders with a return and with a shipping failure, whose texts
// are those of texts.mjs
import { SCRIPTS } from './texts.mjs';
import { withBrowser } from './webapps.mjs';

const [address, returned, failed] = process.argv.slice(2);

async function engine(path, { user = 'ops', ...options } = {}) {
  const answer = await fetch(`${address}/engine-rest${path}`, { ...options,
    headers: { Authorization: `Basic ${btoa(`${user}:${user}`)}`, 'Content-Type': 'application/json' } });
  if (!answer.ok) throw new Error(`${path} answers ${answer.status}: ${await answer.text()}`);
  return answer.status === 204 ? null : answer.json();
}

/** The texts would change the title or open a dialog if they ran; they must be there to be read. */
async function standsThere(session, dialogs, place) {
  for (const script of SCRIPTS) await session.sees(script);
  const title = await session.page.title();
  if (title.includes('1337') || dialogs.length) throw new Error(`a text has run in ${place}: ${title} ${dialogs}`);
  await session.picture(`scripts-${place.replaceAll(' ', '-')}`);
  console.log(`ok: texts stay texts in ${place}`);
}

function watch(session) {
  const dialogs = [];
  session.page.on('dialog', dialog => { dialogs.push(dialog.message()); dialog.dismiss(); });
  return dialogs;
}

async function tasklist(openSession) {
  const ops = await openSession('ops');
  const dialogs = watch(ops);
  await ops.logIn('tasklist');
  for (const order of [returned, failed]) {
    const [task] = await engine(`/task?processInstanceBusinessKey=${order}`);
    await engine(`/task/${task.id}/comment/create`, { method: 'POST', body: JSON.stringify({ message: SCRIPTS.join(' ') }) });
    await ops.open(`/camunda/app/tasklist/default/#/?task=${task.id}`);
    await standsThere(ops, dialogs, `the form of ${task.name}`);
    await ops.press('History');
    await standsThere(ops, dialogs, `the history of ${task.name}`);
  }
}

/** Nobody writes the variables of an order's process by hand. */
async function ownProcess() {
  const form = new FormData();
  form.append('deployment-name', 'Words');
  form.append('data', new Blob([`<?xml version="1.0" encoding="UTF-8"?>
    <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:camunda="http://camunda.org/schema/1.0/bpmn" targetNamespace="t">
      <process id="Words" isExecutable="true" camunda:historyTimeToLive="P1D">
        <startEvent id="s"/><sequenceFlow id="a" sourceRef="s" targetRef="u"/>
        <userTask id="u" camunda:candidateGroups="ops"/><sequenceFlow id="b" sourceRef="u" targetRef="e"/><endEvent id="e"/>
      </process>
    </definitions>`], { type: 'text/xml' }), 'Words.bpmn');
  const answer = await fetch(`${address}/engine-rest/deployment/create`, { method: 'POST', body: form,
    headers: { Authorization: `Basic ${btoa('admin:admin')}` } });
  if (!answer.ok) throw new Error(`the deployment answers ${answer.status}: ${await answer.text()}`);
  return engine('/process-definition/key/Words/start', { user: 'admin', method: 'POST', body: '{}' });
}

async function cockpit(openSession) {
  const instance = await ownProcess();
  await engine(`/process-instance/${instance.id}/variables/words`, { user: 'admin', method: 'PUT',
    body: JSON.stringify({ type: 'String', value: SCRIPTS.join(' ') }) });
  const ops = await openSession('ops');
  const dialogs = watch(ops);
  await ops.logIn('cockpit');
  await ops.open(`/camunda/app/cockpit/default/#/process-instance/${instance.id}/runtime?tab=variables-tab`);
  await standsThere(ops, dialogs, 'the variables of a process');
}

async function admin(openSession) {
  const [first, last] = SCRIPTS;
  await engine('/user/create', { user: 'admin', method: 'POST', body: JSON.stringify({
    profile: { id: 'mallory', firstName: first, lastName: last, email: 'mallory@example.com' },
    credentials: { password: 'correct horse battery' } }) });
  const chief = await openSession('admin');
  const dialogs = watch(chief);
  await chief.logIn('admin');
  await chief.open('/camunda/app/admin/default/#/users');
  await standsThere(chief, dialogs, 'the list of users');
}

await withBrowser(address, 'target/screenshots', async openSession => {
  await tasklist(openSession);
  await cockpit(openSession);
  await admin(openSession);
});
