/** The search index on a processor of its own: nothing of it waits for pages, and no page waits for it. */
import { parentPort } from 'node:worker_threads';
import { loadKnowledgeBase } from '../load/index.ts';
import { buildSearchFiles } from './search-files.ts';

/** Nodes of a site for which Zopfli, which takes a second over every few files, is too slow. */
const MANY = 500;

const kb = loadKnowledgeBase();
parentPort?.postMessage(await buildSearchFiles(kb, { squeeze: kb.nodes.length < MANY }));
