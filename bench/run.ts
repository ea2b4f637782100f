/** `npm run bench [-- NAME…]`: each benchmark on its own, all quick ones unless named; fails at the end where a budget was missed. */
import { spawnSync } from 'node:child_process';

const BENCHES = ['engine', 'calculator', 'scenario', 'search', 'pages', 'policies'];

/** takes many minutes, and numbers behind its name: how many policies */
const SCALE = 'scale';

const asked = process.argv.slice(2).filter((name) => !/^\d+$/.test(name));
const counts = process.argv.slice(2).filter((name) => /^\d+$/.test(name));
const unknown = asked.filter((name) => ![...BENCHES, SCALE].includes(name));
if (unknown.length > 0) {
  console.error(`no benchmark “${unknown.join('”, “')}”: there are ${[...BENCHES, SCALE].join(', ')}`);
  process.exit(2);
}
for (const name of asked.length > 0 ? asked : BENCHES) {
  const { status } = spawnSync(process.execPath, [`bench/${name}.ts`, ...(name === SCALE ? counts : [])], {
    stdio: 'inherit',
  });
  if (status !== 0) {
    console.error(`${name}: over its budget, or it failed`);
    process.exitCode = 1;
  }
}
