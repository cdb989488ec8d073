// Sends requests made from the application's own API document, for a while, and holds every answer to what the contract
// promises of all of them. Usage: fuzz.mjs ADDRESS [SECONDS] [SEED]
import fc from 'fast-check';
import { requests } from './requests.mjs';

const [address, seconds = '120', seed = String(Date.now() % 2 ** 31)] = process.argv.slice(2);
const SECRET = 'Gildong Who Lives Nowhere Else';
const LEAKS = /io\.orderflow|org\.(springframework|hibernate|camunda|apache|postgresql|h2)|java\.(lang|util|sql)|Exception|\bat [\w.$]+\(|select .* from|SQLSTATE/i;

async function call({ user, method, path, headers = {}, body }) {
  const authorization = user ? { Authorization: `Basic ${btoa(`${user}:${user}`)}` } : {};
  const answer = await fetch(address + path, { method, body, redirect: 'manual', signal: AbortSignal.timeout(40_000),
    headers: { 'Content-Type': 'application/json', Accept: 'application/json', ...authorization, ...headers } });
  return { status: answer.status, type: answer.headers.get('content-type') ?? '', text: await answer.text() };
}

/** What is wrong with an answer; nothing when all is well. */
function complaint(request, { status, type, text }) {
  if (status >= 500) return `answers ${status}`;
  if (request.user !== 'alice' && request.user !== 'ops' && text.includes(SECRET)) return "tells of another customer's order";
  if (LEAKS.test(text.replaceAll(request.body ?? '\u0001', ''))) return 'tells how it is built';
  if (status < 400) return type === '' || /json/.test(type) || text === '' ? null : `answers ${status} with ${type}`;
  if (request.method === 'OPTIONS' || text === '') return null;
  if (!type.startsWith('application/problem+json')) return `refuses with ${type}`;
  const problem = JSON.parse(text);
  return problem.status === status && /^[A-Z][A-Z0-9_]+$/.test(problem.code) ? null : 'refuses without a code';
}

async function place(user, recipient) {
  const answer = await call({ user, method: 'POST', path: '/api/orders', body: JSON.stringify({
    items: [{ sku: 'KEYBOARD-01', quantity: 1 }], shippingAddress: { recipient, phone: '010-1234-5678', line1: '1 Sejong-daero',
      city: 'Seoul', postalCode: '04524', country: 'KR' } }) });
  if (answer.status !== 201) throw new Error(`no order to begin with: ${answer.status} ${answer.text}`);
  return JSON.parse(answer.text);
}

function asCurl({ user, method, path, headers, body }) {
  const words = [`curl -i -X ${method} '${address}${path}'`, ...user ? [`-u ${user}:${user}`] : [],
    ...Object.entries(headers).map(([name, value]) => `-H '${name}: ${value}'`), ...body ? [`-d '${body.slice(0, 2000)}'`] : []];
  return words.join(' ');
}

const document = JSON.parse((await call({ method: 'GET', path: '/v3/api-docs' })).text);
const orders = [await place('alice', SECRET), await place('bob', 'Bob')];
const known = { orderNumber: orders.map(order => order.orderNumber), customerId: ['alice', 'bob'], sku: ['KEYBOARD-01', 'MOUSE-01'],
  code: ['WELCOME10', 'ONCE5000'], couponCode: ['WELCOME10'], country: ['KR'], quantity: [1], amount: [89000], phone: ['010-1234-5678'],
  items: [[{ sku: 'MOUSE-01', quantity: 1 }]], shippingAddress: [orders[1].shippingAddress] };

const counts = {};
let sent = 0;
const until = Date.now() + Number(seconds) * 1000;
const property = fc.asyncProperty(requests(document, known, ['alice', 'bob', 'ops', 'analyst', 'admin', null]), async request => {
  let answer;
  try {
    answer = await call(request);
  } catch (e) {
    if (e instanceof TypeError && /header|byte/i.test(`${e.message} ${e.cause?.message}`)) return; // no client would send it
    throw new Error(`no answer: ${e.message} ${e.cause?.message ?? ''}\n${asCurl(request)}`);
  }
  sent++;
  counts[answer.status] = (counts[answer.status] ?? 0) + 1;
  const wrong = complaint(request, answer);
  if (wrong) throw new Error(`${wrong}\n${asCurl(request)}\n${answer.text.slice(0, 500)}`);
});
const result = await fc.check(property, { seed: Number(seed), numRuns: 1_000_000, interruptAfterTimeLimit: until - Date.now(),
  markInterruptAsFailure: false, endOnFailure: true });
console.log(`${sent} requests with seed ${seed}: ${Object.entries(counts).map(([status, times]) => `${times} x ${status}`).join(', ')}`);
if (result.failed) {
  console.error(result.errorInstance?.message ?? 'failed');
  process.exit(1);
}
if (sent < Number(seconds) * 10 || !(counts[201] || counts[200])) {
  console.error('too few requests, or none that was right: this has tested nothing');
  process.exit(1);
}
