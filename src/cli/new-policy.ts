/** `npm run new-policy -- 正文.txt --id pudong-2026`: an official text as a policy's folder, a draft. */
import { createInterface } from 'node:readline/promises';
import { contentRoot } from '../load/index.ts';
import { runNewPolicy } from './run-new-policy.ts';

/** Asks on the terminal. */
async function ask(question: string): Promise<string> {
  const terminal = createInterface({ input: process.stdin, output: process.stdout });
  try {
    return await terminal.question(question);
  } finally {
    terminal.close();
  }
}

/** npm runs scripts in the project's folder; the path was typed somewhere else. */
const base = (process.env['npm_lifecycle_event'] === 'new-policy' && process.env['INIT_CWD']) || process.cwd();

process.exitCode = await runNewPolicy(process.argv.slice(2), {
  root: contentRoot(),
  base,
  print: (line) => void process.stdout.write(`${line}\n`),
  complain: (line) => void process.stderr.write(`${line}\n`),
  ask: process.stdin.isTTY && process.stdout.isTTY ? ask : null,
});
