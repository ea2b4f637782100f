import { spawnSync } from 'node:child_process';

const FILE = 'addresses.txt';

/**
 * Every line that ever stood in a committed addresses.txt of this content folder.
 * @returns an empty list where there is no git, no repository or no history: then only the file itself is held to
 */
export function publishedAddresses(root: string): string[] {
  const log = spawnSync(
    'git',
    ['-C', root, 'log', '--format=', '-p', '-U0', '--no-color', '--no-ext-diff', '--', FILE],
    {
      encoding: 'utf8',
      maxBuffer: 256 * 1024 * 1024,
      timeout: 3000,
    },
  );
  if (log.error || log.status !== 0) return [];
  // the header of a diff is "+++ b/…"; addresses begin with a slash
  const lines = log.stdout.split('\n').filter((line) => line.startsWith('+/'));
  return [...new Set(lines.map((line) => line.slice(1)))];
}
