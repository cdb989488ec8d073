import { readdirSync } from 'node:fs';
import { basename, dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

export const toolsDir = resolve(dirname(fileURLToPath(import.meta.url)), '..');
export const projectDir = resolve(toolsDir, '../..');

/** The files of a project folder that end in the given suffix; none when the folder is missing. */
export function list(folder, suffix) {
  const path = join(projectDir, folder);
  try {
    return readdirSync(path).filter(name => name.endsWith(suffix)).sort().map(name => join(path, name));
  } catch (error) {
    if (error.code === 'ENOENT') return [];
    throw error;
  }
}

/** The files named on the command line, or else the project's of the given kinds. */
export function models(args, ...suffixes) {
  return args.length ? args.map(file => resolve(file)) : suffixes.flatMap(suffix => list('processes', suffix));
}

export function shown(file) {
  const path = relative(projectDir, file);
  return path.startsWith('..') ? file : path;
}

export function nameOf(file) {
  return basename(file, '.bpmn');
}

/** Prints what was found in a file, one finding per line, and has the process fail if there is any. */
export function report(file, findings, verdict = 'ok') {
  console.log(`${shown(file)}: ${findings.length ? `${findings.length} finding(s)` : verdict}`);
  for (const finding of findings) console.log(`  ${finding}`);
  if (findings.length) process.exitCode = 1;
}
