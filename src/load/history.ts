import { spawnSync } from 'node:child_process';
import type { IsoDate } from '../domain/dates.ts';

/** Below the content folder: when each file last changed. */
export type FileHistory = ReadonlyMap<string, IsoDate>;

/**
 * The day (in Shanghai) of the last commit that touched each file of a content folder, from one `git log`.
 * @returns an empty map where there is no git, no repository, or only part of its history: a clone cut short
 * would give every file the day of its oldest commit
 */
export function readHistory(root: string): FileHistory {
  const git = (...args: string[]) =>
    spawnSync('git', ['-C', root, ...args], {
      encoding: 'utf8',
      env: { ...process.env, TZ: 'Asia/Shanghai' },
      maxBuffer: 256 * 1024 * 1024,
      timeout: 5000,
    });
  const shallow = git('rev-parse', '--is-shallow-repository');
  if (shallow.error || shallow.status !== 0 || shallow.stdout.trim() !== 'false') return new Map();
  const log = git('log', '--format=%n=%cd', '--date=format-local:%Y-%m-%d', '--name-only', '--relative', '--', '.');
  return log.error || log.status !== 0 ? new Map() : parseLog(log.stdout);
}

/** Commits come newest first: the first that names a file is its last. */
function parseLog(output: string): FileHistory {
  const dates = new Map<string, IsoDate>();
  let date = '';
  for (const line of output.split('\n')) {
    if (line.startsWith('=')) date = line.slice(1);
    else if (line !== '' && !dates.has(line)) dates.set(line, date);
  }
  return dates;
}
