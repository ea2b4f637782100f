import { spawnSync } from 'node:child_process';

const FILE = 'addresses.txt';

/**
 * Every line that ever stood in a committed addresses.txt of this content folder.
 * @param timeout milliseconds that git may take
 * @param complain where it is told that git took longer
 * @returns an empty list where there is no git, no repository or no history, or git took too long: then only the file itself is held to
 */
export function publishedAddresses(root: string, timeout = 3000, complain = tell): string[] {
  const log = spawnSync(
    'git',
    ['-C', root, 'log', '--format=', '-p', '-U0', '--no-color', '--no-ext-diff', '--', FILE],
    {
      encoding: 'utf8',
      maxBuffer: 256 * 1024 * 1024,
      timeout,
    },
  );
  if (log.error && 'code' in log.error && log.error.code === 'ETIMEDOUT')
    complain(`读 git 历史超过 ${timeout / 1000} 秒，没有读完：这次只核对 addresses.txt 本身，历史上的地址没有核对。`);
  if (log.error || log.status !== 0) return [];
  // the header of a diff is "+++ b/…"; addresses begin with a slash
  const lines = log.stdout.split('\n').filter((line) => line.startsWith('+/'));
  return [...new Set(lines.map((line) => line.slice(1)))];
}

function tell(line: string): void {
  process.stderr.write(`${line}\n`);
}
