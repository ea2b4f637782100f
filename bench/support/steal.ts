import { readFileSync } from 'node:fs';

/**
 * How busy others kept the machine since the call: the share of processor time that a virtual machine's host gave
 * to somebody else. Timings under more than a few per cent say little. Null where the system does not tell.
 */
export function watchSteal(): () => string | null {
  const start = read();
  return () => {
    const end = read();
    if (!start || !end) return null;
    const share = (end.stolen - start.stolen) / Math.max(1, end.all - start.all);
    return `${(share * 100).toFixed(1)} % of processor time went to other machines`;
  };
}

function read(): { stolen: number; all: number } | null {
  try {
    const [, ...times] = (readFileSync('/proc/stat', 'utf8').split('\n')[0] ?? '').trim().split(/\s+/).map(Number);
    // user nice system idle iowait irq softirq steal
    return { stolen: times[7] ?? 0, all: times.slice(0, 8).reduce((sum, one) => sum + one, 0) };
  } catch {
    return null;
  }
}
