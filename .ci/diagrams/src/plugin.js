// Makes the plug-in for Modeler, target/modeler/orderflow, and what its tests run: the linter that Modeler has inside, and
// its marks on a diagram.
import { copyFileSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import { projectDir, shown, toolsDir } from './files.js';

const source = join(projectDir, 'src/modeler');
const target = join(projectDir, 'target/modeler');
const plugin = join(target, 'orderflow');
const common = { bundle: true, nodePaths: [join(toolsDir, 'node_modules')], logLevel: 'warning' };

mkdirSync(plugin, { recursive: true });
copyFileSync(join(source, 'index.js'), join(plugin, 'index.js'));
await build({
  ...common, entryPoints: [join(source, 'client.mjs')], outfile: join(plugin, 'client.js'), format: 'iife', target: 'es2022',
  charset: 'utf8'
});
await build({
  ...common, stdin: { contents: "export { Linter } from '@camunda/linting';", resolveDir: toolsDir },
  outfile: join(target, 'modelers-linter.mjs'), format: 'esm', platform: 'node'
});
await build({
  ...common, outfile: join(target, 'modelers-linting.js'), format: 'iife', globalName: 'ModelersLinting',
  stdin: {
    contents: "export { Linter } from '@camunda/linting'; export { default as marks } from '@camunda/linting/modeler';",
    resolveDir: toolsDir
  }
});
console.log(shown(plugin));
