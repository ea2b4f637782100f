/** `npm run bench [-- NAME…]`: each benchmark on its own, all of them unless named; fails at the end where a budget was missed. */
import { spawnSync } from 'node:child_process';

const BENCHES = ['engine', 'calculator', 'scenario', 'search', 'pages', 'policies'];

const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !BENCHES.includes(name));
if (unknown.length > 0) {
  console.error(`no benchmark “${unknown.join('”, “')}”: there are ${BENCHES.join(', ')}`);
  process.exit(2);
}
for (const name of asked.length > 0 ? asked : BENCHES) {
  const { status } = spawnSync(process.execPath, [`bench/${name}.ts`], { stdio: 'inherit' });
  if (status !== 0) {
    console.error(`${name}: over its budget, or it failed`);
    process.exitCode = 1;
  }
}
