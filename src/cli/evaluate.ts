/** `npm run --silent evaluate -- FILE.json`: what every policy gives for a scenario. */
import { once } from 'node:events';
import { createReadStream } from 'node:fs';
import { resolve } from 'node:path';
import { compile } from '../engine/index.ts';
import { loadKnowledgeBase } from '../load/index.ts';
import { runEvaluate } from './run-evaluate.ts';

/** Waits for the reader, so that memory stays constant however slow it is. */
async function write(stream: NodeJS.WriteStream, text: string): Promise<void> {
  if (!stream.write(text)) await once(stream, 'drain');
}

/** npm runs scripts in the folder of the package: names are meant from where the command was typed. */
const base = (process.env['npm_lifecycle_event'] === 'evaluate' && process.env['INIT_CWD']) || process.cwd();

// A reader that has seen enough (`| head`) is no error.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  process.exit(error.code === 'EPIPE' ? 0 : 1);
});

process.exitCode = await runEvaluate(compile(loadKnowledgeBase().rules), process.argv.slice(2), {
  open: (name) => (name === '-' ? process.stdin : createReadStream(resolve(base, name))),
  print: (text) => write(process.stdout, text),
  complain: (text) => write(process.stderr, text),
});
