import { spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';

/** What a command took, with everything that it started. */
export interface Watched {
  /** seconds from its start to its end */
  wall: number;
  /** seconds of processor time of the whole tree */
  processor: number;
  /** greatest resident memory of the whole tree at one time, in bytes */
  peak: number;
  /** seconds of processor time that others on this machine took meanwhile */
  others: number;
  /** seconds for which somebody had stopped it: the times of such a run say nothing */
  stopped: number;
  output: string;
}

const EVERY = 200;
/** A sample that comes so much later than asked: this process was stopped itself. */
const LATE = 2_000;
const TICKS = 100;
const PAGE = 4_096;

/** Runs a command to its end, looking at it several times a second. Linux: it reads /proc. @throws where the command fails */
export async function watch(command: string, args: readonly string[], env: NodeJS.ProcessEnv): Promise<Watched> {
  const started = performance.now();
  const busy = busyTime();
  const child = spawn(command, args, { env, stdio: ['ignore', 'pipe', 'pipe'] });
  const words: Buffer[] = [];
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => words.push(chunk));
  const most = { peak: 0, processor: 0 };
  let stopped = 0;
  let last = started;
  const timer = setInterval(() => {
    const now = performance.now();
    const tree = treeOf(child.pid ?? 0);
    most.peak = Math.max(most.peak, sumOf(tree, 'resident'));
    most.processor = Math.max(most.processor, sumOf(tree, 'processor'));
    if (now - last > LATE || tree.some(({ state }) => state === 'T')) stopped += (now - last) / 1000;
    last = now;
  }, EVERY);
  const status = await new Promise<number | null>((resolve) => child.on('close', resolve));
  clearInterval(timer);
  const output = Buffer.concat(words).toString();
  if (status !== 0) throw new Error(`${command} ${args.join(' ')} ended with ${status}:\n${output.slice(-2_000)}`);
  const others = Math.max(0, busyTime() - busy - most.processor);
  return { wall: (performance.now() - started) / 1000, ...most, others, stopped, output };
}

/** Seconds for which any processor was at work since the machine started. */
function busyTime(): number {
  const [user = 0, nice = 0, system = 0] = (/^cpu +(.*)$/m.exec(readFileSync('/proc/stat', 'utf8'))?.[1] ?? '')
    .split(' ')
    .map(Number);
  return (user + nice + system) / TICKS;
}

interface Process {
  id: number;
  parent: number;
  state: string;
  /** seconds, with those of children that have ended */
  processor: number;
  /** bytes */
  resident: number;
}

function sumOf(tree: readonly Process[], what: 'processor' | 'resident'): number {
  return tree.reduce((sum, one) => sum + one[what], 0);
}

/** A process and all below it. */
function treeOf(root: number): Process[] {
  const byParent = Map.groupBy(
    readdirSync('/proc').flatMap((name) => (/^\d+$/.test(name) ? (readProcess(Number(name)) ?? []) : [])),
    ({ parent }) => parent,
  );
  const below = (id: number): Process[] => (byParent.get(id) ?? []).flatMap((one) => [one, ...below(one.id)]);
  const own = readProcess(root);
  return own ? [own, ...below(root)] : [];
}

/** One line of /proc; null where the process has ended. Its name may hold spaces and brackets: what counts comes after it. */
function readProcess(id: number): Process | null {
  try {
    const line = readFileSync(`/proc/${id}/stat`, 'utf8');
    const fields = line.slice(line.lastIndexOf(')') + 2).split(' ');
    const at = (field: number): number => Number(fields[field] ?? 0);
    return {
      id,
      parent: at(1),
      state: fields[0] ?? '',
      processor: (at(11) + at(12) + at(13) + at(14)) / TICKS,
      resident: at(21) * PAGE,
    };
  } catch {
    return null;
  }
}
