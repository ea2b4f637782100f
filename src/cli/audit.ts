/**
 * `npm run audit`: known faults of what the site is built and served with. A registry that gives no answer is not one that found
 * nothing: it says so loudly and ends with a code of its own.
 */
import { spawnSync } from 'node:child_process';
import { auditVerdict } from './audit-verdict.ts';

const { stdout } = spawnSync('npm', ['audit', '--omit=dev', '--json'], { encoding: 'utf8', maxBuffer: 2 ** 26 });
const verdict = auditVerdict(stdout);
for (const line of verdict.lines) (verdict.code === 0 ? console.log : console.error)(line);
process.exitCode = verdict.code;
