import { spawnSync } from 'node:child_process';
import { loadKnowledgeBase } from '../load/index.ts';

/**
 * The moment that pages speak of, in seconds, so that two builds of one commit are the same to the byte: what SOURCE_DATE_EPOCH says, else the
 * time of the commit, else, without git, the last day that a policy began to apply. A visitor's browser brings it up to today.
 */
export function buildEpoch(): string {
  const given = process.env['SOURCE_DATE_EPOCH'];
  if (given && /^\d+$/.test(given)) return given;
  const { status, stdout } = spawnSync('git', ['log', '-1', '--format=%ct'], { encoding: 'utf8', timeout: 3000 });
  if (status === 0 && /^\d+$/.test(stdout.trim())) return stdout.trim();
  const days = loadKnowledgeBase().policies.map(({ validity }) => Date.parse(validity.effective));
  return String(Math.max(...days) / 1000);
}
