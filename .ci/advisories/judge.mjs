// What the list of advisories says about a bill of materials.
import { isWithin } from './versions.mjs';

/** `pkg:maven/group/name@1.0?type=jar` as its name and version. */
export function component(purl) {
  const [, name, version] = /^([^@?]+)@([^?]+)/.exec(decodeURIComponent(purl));
  return { name, version };
}

function concerns(advisory, { name, version }) {
  const named = advisory.component.endsWith('/') ? name.startsWith(advisory.component) : name === advisory.component;
  return named && advisory.affected.some(range => isWithin(version, range));
}

/**
 * Sentences, one for each thing that is wrong; none when all is well.
 * @param {string[]} purls the package URLs of all components
 * @param {object[]} advisories the list
 * @param {(name: string) => boolean} testExists whether a test of that name is there
 */
export function complaints(purls, advisories, testExists) {
  const components = purls.map(component);
  return advisories.flatMap(advisory => {
    const hit = components.filter(found => concerns(advisory, found)).map(({ name, version }) => `${name}@${version}`);
    if (!advisory.accepted) {
      return hit.map(found => `${found} is affected by ${advisory.id}: ${advisory.what}`);
    }
    if (hit.length === 0) return [`${advisory.id} is accepted but concerns no component any more: make it a guard`];
    return advisory.accepted.shownBy.filter(name => !testExists(name))
      .map(name => `${advisory.id} is said to be shown by ${name}, which does not exist`);
  });
}

/**
 * What the OSV database knows of the components and the list does not.
 * @param {string} address of the database
 */
export async function unlisted(address, purls, advisories) {
  const listed = new Set(advisories.flatMap(({ id, aliases = [] }) => [id, ...aliases]));
  const body = JSON.stringify({ queries: purls.map(purl => ({ package: { purl: purl.replace(/\?.*/, '') } })) });
  const answer = await fetch(`${address}/v1/querybatch`, { method: 'POST', body, headers: { 'Content-Type': 'application/json' } });
  if (!answer.ok) throw new Error(`${address} answers ${answer.status}`);
  const { results } = await answer.json();
  const found = results.flatMap(({ vulns = [] }, i) => vulns.map(({ id }) => ({ id, purl: purls[i] })));
  const complaint = await Promise.all(found.map(async ({ id, purl }) => {
    if (listed.has(id)) return null;
    const details = await (await fetch(`${address}/v1/vulns/${id}`)).json();
    return (details.aliases ?? []).some(alias => listed.has(alias)) ? null
      : `${component(purl).name} is named by ${id}, which is not in the list: ${details.summary ?? ''}`;
  }));
  return complaint.filter(Boolean);
}
