// What people find in Camunda's web applications: ops their orders, incidents and tasks; customers a closed door.
// Usage: check.mjs ADDRESS RUNNING FAILED OWED   the numbers of an order that runs, one with an incident, one with a task
import { withBrowser } from './webapps.mjs';

const [address, running, failed, owed] = process.argv.slice(2);

async function engine(path) {
  const answer = await fetch(`${address}/engine-rest${path}`, { headers: { Authorization: `Basic ${btoa('ops:ops')}` } });
  if (!answer.ok) throw new Error(`${path} answers ${answer.status}`);
  return answer.json();
}

async function instanceOf(order) {
  const [instance] = await engine(`/process-instance?businessKey=${order}`);
  return instance;
}

function expect(actual, expected, what) {
  if (actual !== expected) throw new Error(`${what}: ${actual} instead of ${expected}`);
  console.log(`ok: ${what}`);
}

async function opsLooksIntoCockpit(openSession) {
  const ops = await openSession('ops');
  expect(await ops.logIn('cockpit'), 200, 'ops gets into Cockpit');
  await ops.sees('Open Incidents');
  await ops.open(`/camunda/app/cockpit/default/#/process-definition/${(await instanceOf(running)).definitionId}/runtime`);
  await ops.sees(running);
  await ops.sees('Charge');
  await ops.picture('orders');
  console.log('ok: ops sees the running order under its diagram');
  await ops.open(`/camunda/app/cockpit/default/#/process-instance/${(await instanceOf(failed)).id}/runtime?tab=incidents-tab`);
  await ops.sees(`Order ${failed}: whether 89,000 won were charged is not known`);
  await ops.picture('incident');
  console.log('ok: ops sees what the failed step says');
}

async function opsLooksIntoTasklist(openSession) {
  const ops = await openSession('ops');
  expect(await ops.logIn('tasklist'), 200, 'ops gets into Tasklist');
  await ops.openList('Refunds to settle');
  await ops.sees('Settle refund');
  await ops.picture('tasks');
  const [task] = await engine(`/task?processInstanceBusinessKey=${owed}`);
  await ops.open(`/camunda/app/tasklist/default/#/?task=${task.id}`);
  await ops.sees('Claim');
  await ops.picture('task');
  console.log('ok: ops sees the task and may claim it');
}

async function othersLogIn(openSession) {
  for (const [user, application, status] of [['alice', 'cockpit', 403], ['alice', 'tasklist', 403],
    ['analyst', 'cockpit', 200], ['analyst', 'tasklist', 403], ['admin', 'admin', 200]]) {
    const session = await openSession(user);
    expect(await session.logIn(application), status, `${user} at ${application} gets ${status}`);
    if (status === 403) await session.sees('Login Failed');
    await session.picture(application);
  }
}

await withBrowser(address, 'target/screenshots', async openSession => {
  await opsLooksIntoCockpit(openSession);
  await opsLooksIntoTasklist(openSession);
  await othersLogIn(openSession);
});
