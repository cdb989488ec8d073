// Ops decide one of each task through its form in Tasklist; what came of it is read over the API.
// Usage: decide.mjs ADDRESS RETURNED MISSING FAILED OWED ORPHAN   the numbers of orders with a return, a return of which
// nothing comes, a shipping failure, a refused refund, and of one that has lost its process
import { withBrowser } from './webapps.mjs';

const [address, returned, missing, failed, owed, orphan] = process.argv.slice(2);
const LISTS = ['Returns to decide', 'Goods to inspect', 'Shipping failures', 'Refunds to settle', 'Cases', 'Mine', 'Overdue'];

async function read(path) {
  const answer = await fetch(`${address}${path}`, { headers: { Authorization: `Basic ${btoa('ops:ops')}` } });
  if (!answer.ok) throw new Error(`${path} answers ${answer.status}`);
  return answer.json();
}

/** Asks again until accept(value) holds, for as long as the process may reasonably take. */
async function eventually(what, ask, accept) {
  let value;
  for (let tries = 0; tries < 60; tries++) {
    value = await ask();
    if (accept(value)) {
      console.log(`ok: ${what}`);
      return value;
    }
    await new Promise(resolve => setTimeout(resolve, 500));
  }
  throw new Error(`${what}: not so, but ${JSON.stringify(value)}`);
}

function taskOf(order, key) {
  return eventually(`${key} waits for ops`, async () =>
    (await read(`/engine-rest/task?processInstanceBusinessKey=${order}&taskDefinitionKey=${key}`))[0], task => task);
}

function orderIs(order, status) {
  return eventually(`the order is ${status}`, () => read(`/api/orders/${order}`), found => found.status === status);
}

/** Facts are for the eye: the engine must not know them, now or in its history. */
async function nothingPersonalIsKept(order) {
  const variables = await read(`/engine-rest/history/variable-instance?deserializeValues=false&processInstanceBusinessKey=${order}`);
  const known = variables.filter(({ name, value }) =>
    ['facts', 'inspectionChoices', 'recipient', 'phone', 'line1', 'city', 'postalCode'].includes(name) || /Hong|Sejong/.test(value ?? ''));
  if (known.length) throw new Error(`the engine keeps ${known.map(variable => variable.name)}`);
  console.log('ok: no fact of the form is a variable');
}

async function openTask(ops, order, key) {
  const task = await taskOf(order, key);
  await ops.open(`/camunda/app/tasklist/default/#/?task=${task.id}`);
  await ops.press('Claim');
  return task;
}

async function complete(ops, name) {
  await ops.picture(`${name}-filled`);
  await ops.press('Complete');
}

async function decideReturn(ops) {
  await openTask(ops, returned, 'Task_ApproveReturn');
  await ops.sees('May these goods come back?');
  for (const fact of [returned, '89,000 won', 'Change of mind', 'The colour is *not* mine', 'APPROVE: Until seven days after delivery no reason is needed.']) await ops.sees(fact);
  await ops.tallPicture('approve-return');
  await ops.choose('Reject');
  await ops.sees('Reason for the rejection');
  await ops.choose('Approve');
  await complete(ops, 'approve-return');
  await openTask(ops, returned, 'Task_ReceiveGoods');
  await ops.sees('Have these goods come?');
  await complete(ops, 'receive-goods');
  await openTask(ops, returned, 'Task_InspectReturn');
  await ops.sees('What came back?');
  await ops.tallPicture('inspect-return');
  await ops.choose('It differs by line');
  await ops.sees('Keep every line');
  await ops.tallPicture('inspect-by-line');
  await ops.choose('all back on the shelf');
  await complete(ops, 'inspect-return');
  await orderIs(returned, 'RETURNED');
  await eventually('the return is REFUNDED', async () => (await read(`/api/orders/${returned}/returns`))[0],
    found => found.status === 'REFUNDED' && found.decidedBy === 'ops' && found.refundAmount === 89000);
  await nothingPersonalIsKept(returned);
}

async function missGoods(ops) {
  await openTask(ops, missing, 'Task_ApproveReturn');
  await ops.choose('Approve');
  await complete(ops, 'approve-missing');
  await openTask(ops, missing, 'Task_ReceiveGoods');
  await ops.choose('Nothing came');
  await ops.tallPicture('nothing-came');
  await ops.cannotComplete();
  await ops.fill('Why nothing came', 'Lost on the way');
  await complete(ops, 'nothing-came');
  await eventually('the return is REJECTED', async () => (await read(`/api/orders/${missing}/returns`))[0],
    found => found.status === 'REJECTED' && found.decidedBy === 'ops' && found.decisionReason === 'Lost on the way');
}

async function resolveFailure(ops) {
  await openTask(ops, failed, 'Task_ResolveShippingFailure');
  for (const fact of ['The carrier gave the parcel up', 'Nobody knows this house', 'Hong Gildong, 1 Sejong-daero', '89,000 won']) await ops.sees(fact);
  await ops.tallPicture('resolve-shipping-failure');
  await ops.choose('Ship again');
  await ops.fill('Address line 1', '2 Sejong-daero');
  await ops.tallPicture('ship-again');
  await complete(ops, 'resolve-shipping-failure');
  await eventually('the order ships again to the corrected address', () => read(`/api/orders/${failed}`),
    order => order.status === 'PROCESSING' && order.shipment.attempt === 2 && order.shippingAddress.line1 === '2 Sejong-daero');
  await nothingPersonalIsKept(failed);
}

async function settleRefund(ops) {
  await openTask(ops, owed, 'Task_SettleRefund');
  for (const fact of ['The gateway refuses this refund', '89,000 won', 'Tries so far']) await ops.sees(fact);
  await ops.tallPicture('settle-refund');
  await ops.choose('Settled outside');
  await ops.cannotComplete();
  await ops.fill('Reference of the payment', 'BANK-4711');
  await complete(ops, 'settle-refund');
  const order = await orderIs(owed, 'REFUNDED');
  if (order.refundedAmount !== 89000) throw new Error(`refunded: ${order.refundedAmount}`);
  await nothingPersonalIsKept(owed);
}

async function resolveCase(ops) {
  await openTask(ops, orphan, 'Task_ResolveCase');
  for (const fact of ['Something does not add up', orphan, 'has no running process', '89,000 won']) await ops.sees(fact);
  await ops.tallPicture('resolve-case');
  await ops.choose('Give back');
  await complete(ops, 'resolve-case');
  const order = await orderIs(orphan, 'REFUNDED');
  if (order.refundedAmount !== 89000) throw new Error(`refunded: ${order.refundedAmount}`);
  await nothingPersonalIsKept(orphan);
}

await withBrowser(address, 'target/screenshots', async openSession => {
  const ops = await openSession('ops');
  await ops.logIn('tasklist');
  for (const list of LISTS) await ops.sees(list);
  await taskOf(returned, 'Task_ApproveReturn');
  await ops.sees(returned);
  await ops.picture('lists');
  await decideReturn(ops);
  await missGoods(ops);
  await resolveFailure(ops);
  await settleRefund(ops);
  await resolveCase(ops);
});
