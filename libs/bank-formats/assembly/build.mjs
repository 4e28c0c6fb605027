// Compiles the module to dist/plain-rows.wasm, unless that is newer than all it is made of.
import { mkdir, readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';

const folder = import.meta.dirname;
const target = join(folder, '..', 'dist', 'plain-rows.wasm');

async function changedAt(file) {
  return (await stat(file).catch(() => null))?.mtimeMs ?? 0;
}

const sources = (await readdir(folder)).map((name) => join(folder, name));
if ((await changedAt(target)) < Math.max(...(await Promise.all(sources.map(changedAt))))) {
  const { main } = await import('assemblyscript/asc');
  await mkdir(join(folder, '..', 'dist'), { recursive: true });
  const { error } = await main(['index.ts', '--baseDir', folder, '--outFile', target, '--optimizeLevel', '3', '--runtime', 'stub', '--enable', 'simd', '--noAssert'], { stdout: process.stdout, stderr: process.stderr });
  if (error !== null) process.exitCode = 1;
}
