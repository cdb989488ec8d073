import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import { test } from 'node:test';
import { complaints, unlisted } from './judge.mjs';
import { compareVersions, isWithin } from './versions.mjs';

const ENGINE = 'pkg:maven/org.engine/engine@7.24.0?type=jar';
const weakness = { id: 'CVE-1', component: 'pkg:maven/org.engine/engine', affected: ['[7.24.0, 7.24.14)'], what: 'runs code' };
const accepted = { ...weakness, accepted: { because: 'shut', shownBy: ['DoorTests'] } };

test('compares versions as Maven does', () => {
  for (const [left, right] of [['1.9', '1.10'], ['1.0-rc1', '1.0'], ['6.2.19', '6.2.20'], ['6.6.5.Final', '6.6.56.Final']]) {
    assert.ok(compareVersions(left, right) < 0, `${left} before ${right}`);
    assert.ok(compareVersions(right, left) > 0);
  }
  assert.equal(compareVersions('1.0', '1.0.0'), 0);
  assert.equal(compareVersions('1.0.Final', '1.0'), 0);
});

test('knows both ends of a range', () => {
  assert.ok(isWithin('6.2.0', '[6.2.0, 6.2.19]') && isWithin('6.2.19', '[6.2.0, 6.2.19]'));
  assert.ok(!isWithin('6.2.20', '[6.2.0, 6.2.19]') && !isWithin('6.2.19', '[6.2.0, 6.2.19)') && !isWithin('6.1.9', '[6.2.0, 7.0)'));
  assert.throws(() => isWithin('1', '1 to 2'), /not a range/);
});

test('complains of an affected component', () => {
  assert.match(complaints([ENGINE], [weakness], () => true)[0], /engine@7.24.0 is affected by CVE-1: runs code/);
  assert.match(complaints([ENGINE], [{ ...weakness, component: 'pkg:maven/org.engine/' }], () => true)[0], /CVE-1/);
});

test('is content with a fixed version, another component, and what is accepted', () => {
  assert.deepEqual(complaints([ENGINE.replace('7.24.0', '7.24.14')], [weakness], () => true), []);
  assert.deepEqual(complaints([ENGINE.replace('/engine@', '/engine-rest@')], [weakness], () => true), []);
  assert.deepEqual(complaints([ENGINE], [accepted], name => name === 'DoorTests'), []);
});

test('complains of an acceptance that is stale or not shown', () => {
  assert.match(complaints(['pkg:maven/a/b@1'], [accepted], () => true)[0], /no longer|any more/);
  assert.match(complaints([ENGINE], [accepted], () => false)[0], /DoorTests, which does not exist/);
});

test('asks for what the list does not know, by any of its names', async t => {
  const known = { 'GHSA-1': ['CVE-1'], 'GHSA-2': ['CVE-2'], 'CVE-1': [] };
  const server = createServer((request, response) => {
    const id = request.url.replace('/v1/vulns/', '');
    response.end(JSON.stringify(request.method === 'POST'
      ? { results: [{ vulns: Object.keys(known).map(name => ({ id: name })) }, {}] }
      : { id, aliases: known[id], summary: `about ${id}` }));
  }).listen(0, '127.0.0.1');
  t.after(() => server.close());
  await new Promise(resolve => server.once('listening', resolve));

  const found = await unlisted(`http://127.0.0.1:${server.address().port}`, [ENGINE, 'pkg:maven/a/b@1'], [accepted]);

  assert.deepEqual(found, ['pkg:maven/org.engine/engine is named by GHSA-2, which is not in the list: about GHSA-2']);
});
