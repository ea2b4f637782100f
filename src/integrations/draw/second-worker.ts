/** The build's second thread: what waits for no page is done while pages are bundled; of a large site it then draws pages beside the first. */
import { parentPort, workerData } from 'node:worker_threads';
import { adoptKnowledgeBase } from '../../load/index.ts';
import { finishDrawn } from '../finish/finish-page.ts';
import { buildSearchFiles } from '../search-files.ts';
import { openApp, type Draw } from './app.ts';
import { isPage } from './shared-drawing.ts';
import type { Answer, Asked, Given, Opened } from './second-thread.ts';

/** Nodes of a site for which Zopfli, which takes a second over every few files, is too slow. */
const MANY = 500;

let opened: { site: Opened['site']; draw: Draw } | null = null;

async function answer(asked: Asked): Promise<Answer> {
  if (asked.kind === 'open') {
    opened = { site: asked.site, draw: await openApp(asked.surroundings) };
    return { drawn: null };
  }
  if (!opened) throw new Error(`${asked.url} is to be drawn before pages are bundled`);
  const response = await opened.draw(asked.url, asked.route);
  if (!isPage(response)) return { drawn: null };
  const bytes = Buffer.from(await response.arrayBuffer());
  const finished = asked.file === null ? null : finishDrawn(bytes, asked.file, opened.site);
  return {
    drawn: { bytes: new Uint8Array(finished?.bytes ?? bytes), note: finished?.note ?? null, status: response.status },
  };
}

const { knowledgeBase, draws } = workerData as Given;
adoptKnowledgeBase(knowledgeBase);
parentPort?.postMessage({
  index: await buildSearchFiles(knowledgeBase, { squeeze: knowledgeBase.nodes.length < MANY }),
});
if (draws)
  parentPort?.on('message', ({ id, asked }: { id: number; asked: Asked }) => {
    answer(asked).then(
      (told) => parentPort?.postMessage({ id, told }, told.drawn ? [told.drawn.bytes.buffer as ArrayBuffer] : []),
      (error: unknown) => parentPort?.postMessage({ id, error }),
    );
  });
