import type { Engine, Fault } from '../engine/index.ts';
import { echo } from '../engine/parse/faults.ts';
import { answer, answerLine } from './answer.ts';
import { splitLines } from './split-lines.ts';

/** What the command touches of the world. */
export interface World {
  /** opens a file by name, or standard input for "-"; iterating it rejects where it cannot be read */
  open(name: string): AsyncIterable<Uint8Array>;
  /** resolves when more can be written */
  print(text: string): Promise<void>;
  complain(text: string): Promise<void>;
}

const USAGE =
  '用法：npm run --silent evaluate -- 情景.json（- 读标准输入）；npm run --silent evaluate -- --jsonl 情景.jsonl（每行一个情景）\n';

/** @returns the exit code: 0 evaluated, 2 where the input does not fit */
export async function runEvaluate(engine: Engine, words: readonly string[], world: World): Promise<number> {
  const names = words.filter((word) => word !== '--jsonl');
  const [name] = names;
  if (name === undefined || names.length > 1 || (name.startsWith('-') && name !== '-')) {
    await world.complain(USAGE);
    return 2;
  }
  try {
    return words.includes('--jsonl')
      ? await evaluateLines(engine, world.open(name), world)
      : await evaluateOne(engine, world.open(name), world);
  } catch (error) {
    if (!isUnreadable(error)) throw error;
    await world.complain(`$: 无法读取 ${echo(name)}（${wordCode(error.code)}）\n`);
    return 2;
  }
}

async function evaluateOne(engine: Engine, chunks: AsyncIterable<Uint8Array>, world: World): Promise<number> {
  const parts: Uint8Array[] = [];
  for await (const chunk of chunks) parts.push(chunk);
  const result = answer(engine, Buffer.concat(parts), 2);
  if (result.ok) {
    await world.print(`${result.json}\n`);
    return 0;
  }
  await world.complain(result.errors.map(wordFault).join(''));
  return 2;
}

async function evaluateLines(engine: Engine, chunks: AsyncIterable<Uint8Array>, world: World): Promise<number> {
  let code = 0;
  for await (const line of splitLines(chunks)) {
    const result = answerLine(engine, line);
    if (result === null) continue;
    if (!result.ok) code = 2;
    await world.print(`${result.ok ? result.json : JSON.stringify({ errors: result.errors })}\n`);
  }
  return code;
}

function wordFault({ path, message }: Fault): string {
  return `${path}: ${message}\n`;
}

const CODES: Readonly<Record<string, string>> = {
  ENOENT: '没有这个文件',
  EISDIR: '是一个目录',
  EACCES: '没有读取权限',
};

function wordCode(code: string): string {
  return CODES[code] ?? code;
}

function isUnreadable(error: unknown): error is Error & { code: string } {
  return error instanceof Error && 'syscall' in error && 'code' in error && typeof error.code === 'string';
}
