// Maven versions as far as ranges of advisories need them: numbers before words, missing parts are zero.

function parts(version) {
  return version.split(/[.+-]/).map(part => (/^\d+$/.test(part) ? Number(part) : part.toLowerCase()));
}

function comparePart(left = 0, right = 0) {
  if (typeof left === typeof right) return left < right ? -1 : left > right ? 1 : 0;
  return typeof left === 'string' ? -1 : 1; // 1.0-rc1 comes before 1.0, as Maven has it
}

const RELEASE = new Set(['final', 'release', 'ga']);

/** Negative, zero or positive, as comparators have it. */
export function compareVersions(left, right) {
  const [a, b] = [left, right].map(version => parts(version).filter(part => !RELEASE.has(part)));
  for (let i = 0; i < Math.max(a.length, b.length); i++) {
    const result = comparePart(a[i], b[i]);
    if (result !== 0) return result;
  }
  return 0;
}

/** Whether a version lies in `[from, to)` or `[from, to]`. */
export function isWithin(version, range) {
  const found = /^\[([^,\s]+), ([^\])\s]+)([\])])$/.exec(range);
  if (!found) throw new Error(`not a range: ${range}`);
  const [, from, to, end] = found;
  const upper = compareVersions(version, to);
  return compareVersions(version, from) >= 0 && (upper < 0 || (upper === 0 && end === ']'));
}
