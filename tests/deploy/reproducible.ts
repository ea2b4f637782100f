/** `npm run test:reproducible`: two builds of one commit, each file of one equal to the other's to the byte. */
import { spawnSync } from 'node:child_process';
import { globSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';

const FOLDERS = ['one', 'other'].map((name) => join('.cache', 'reproducible', name));

function build(folder: string): ReadonlyMap<string, Buffer> {
  rmSync(folder, { recursive: true, force: true });
  const { status, stdout, stderr } = spawnSync('astro', ['build', '--outDir', folder], { encoding: 'utf8' });
  if (status !== 0) throw new Error(`the build failed:\n${stdout}${stderr}`);
  const files = globSync('**/*', { cwd: folder, withFileTypes: true }).filter((entry) => entry.isFile());
  return new Map(
    files.map(({ parentPath, name }) => {
      const file = join(parentPath, name);
      return [file.slice(file.indexOf(folder) + folder.length), readFileSync(file)];
    }),
  );
}

const [one, other] = FOLDERS.map(build);
if (!one || !other || one.size < 300) throw new Error(`only ${one?.size ?? 0} files were built`);
const different = [...new Set([...one.keys(), ...other.keys()])].filter((name) => {
  const [a, b] = [one.get(name), other.get(name)];
  return !a || !b || !a.equals(b);
});
if (different.length > 0) {
  console.error(`两次构建不同的文件有 ${different.length} 个：\n${different.slice(0, 20).join('\n')}`);
  process.exit(1);
}
console.log(`${one.size} 个文件，两次构建逐字节相同`);
