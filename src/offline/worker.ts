/**
 * The service worker: what was visited, and on request a whole policy, is there without a network. Pages come from the network while it
 * answers, so that nobody reads an old text for a new one. A new build waits until a visitor takes it.
 */
import { registerRoute, setCatchHandler } from 'workbox-routing';
import { CacheFirst, NetworkFirst } from 'workbox-strategies';
import type { WorkboxPlugin } from 'workbox-core/types.js';
import { CACHE_PREFIX, type Message, type OfflineFiles, type Progress } from './files.ts';
import { filesOf, forget, mark, ownFilesOf, savedPolicies } from './saved.ts';

/** Written in by the build. */
declare const OFFLINE_FILES: OfflineFiles;

/** What is used of a worker's scope: its types and the page's exclude each other. */
interface WorkerScope {
  addEventListener(type: string, listen: (event: WorkerEvent) => void): void;
  skipWaiting(): Promise<void>;
  registration: { navigationPreload?: { enable(): Promise<void> } };
}
interface WorkerEvent extends MessageEvent<Message> {
  waitUntil(work: Promise<unknown>): void;
}

const worker = self as unknown as WorkerScope;
const FILES = OFFLINE_FILES;
const CACHE = CACHE_PREFIX + FILES.build;
/** As many at once as a browser opens to one host. */
const AT_ONCE = 6;
/** Seconds: what a visitor in a lift waits before the kept page is shown. */
const PATIENCE = 3;

/** A page is one page, whatever is asked or marked in it; and what a visitor typed is not kept. */
const withoutQuery: WorkboxPlugin = {
  cacheKeyWillBeUsed: ({ request }) => Promise.resolve(request.url.replace(/[?#].*$/, '')),
};

const named = /\/_astro\/|\/pagefind\/(?!catalogue\.bin)/;

registerRoute(({ url, sameOrigin }) => sameOrigin && named.test(url.pathname), new CacheFirst({ cacheName: CACHE }));
registerRoute(
  ({ url, sameOrigin }) => sameOrigin && !url.pathname.endsWith('/sw.js'),
  new NetworkFirst({ cacheName: CACHE, networkTimeoutSeconds: PATIENCE, plugins: [withoutQuery] }),
);
setCatchHandler(async ({ request }) => {
  const page = request.mode === 'navigate' ? await caches.match(FILES.shell[0] ?? '') : undefined;
  return page ?? Response.error();
});

worker.addEventListener('install', (event) => event.waitUntil(install()));
worker.addEventListener('activate', (event) => event.waitUntil(Promise.all([dropOldBuilds(), askEarly(), markAnew()])));
worker.addEventListener('message', (event) => {
  if (event.data.type === 'SKIP_WAITING') void worker.skipWaiting();
  if (event.data.type === 'SAVE') event.waitUntil(answer(save, event.data.policy, event.ports[0]));
  if (event.data.type === 'DELETE') event.waitUntil(answer(drop, event.data.policy, event.ports[0]));
});

async function install(): Promise<void> {
  const cache = await caches.open(CACHE);
  await cache.addAll(FILES.shell);
  // what was kept of the build before is kept of this one; a file that is gone or fails does not stop the update
  await keep(await keptBefore(), true);
}

/** Addresses of everything in older caches, and of the policies that were asked for. */
async function keptBefore(): Promise<string[]> {
  const olds = (await caches.keys()).filter((name) => name.startsWith(CACHE_PREFIX) && name !== CACHE);
  const keys = await Promise.all(olds.map(async (name) => (await caches.open(name)).keys()));
  const visited = keys.flat().map(({ url }) => new URL(url).pathname);
  const saved = await savedPolicies(FILES);
  const lists = await Promise.all(policiesOf(visited).map((id) => ownFilesOf(FILES, id)));
  const current = new Set([...FILES.common, ...lists.flat()]);
  // a hash that this build has not is nobody's any more
  return [
    ...visited.filter((path) => !named.test(path) || current.has(path)),
    ...(await Promise.all(saved.map((id) => filesOf(FILES, id)))).flat(),
  ];
}

/** Of a small site all; of a large one those whose pages were visited. */
function policiesOf(visited: readonly string[]): string[] {
  if (FILES.policies) return Object.keys(FILES.policies);
  const base = FILES.shell[0]?.replace(/offline\/$/, '') ?? '/';
  const pages = visited.filter((path) => path.startsWith(base) && path.endsWith('/') && !FILES.common.includes(path));
  return [...new Set(pages.map((path) => path.slice(base.length).split('/')[0] ?? ''))].filter(Boolean);
}

/** @param forgiving leaves out what cannot be had; else the first failure ends it */
async function keep(
  paths: readonly string[],
  forgiving: boolean,
  said?: (kept: number, of: number) => void,
): Promise<void> {
  const cache = await caches.open(CACHE);
  const left = [...new Set(paths)];
  const of = left.length;
  let kept = 0;
  const next = async (): Promise<void> => {
    for (let path = left.pop(); path !== undefined; path = left.pop()) {
      await keepOne(cache, path).catch((error: unknown) => {
        if (!forgiving) throw error;
      });
      said?.((kept += 1), of);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, next));
}

async function keepOne(cache: Cache, path: string): Promise<void> {
  if (await cache.match(path)) return;
  // named by content: what an older build kept is the same
  const same = named.test(path) ? await caches.match(path) : undefined;
  await (same ? cache.put(path, same) : cache.add(new Request(path, { cache: 'no-cache' })));
}

type Say = (progress: Progress) => void;

async function answer(
  work: (policy: string, say: Say) => Promise<void>,
  policy: string,
  port: MessagePort | undefined,
): Promise<void> {
  const say: Say = (progress) => port?.postMessage(progress);
  await work(policy, say).catch(() => say({ failed: true }));
}

async function save(policy: string, say: Say): Promise<void> {
  await keep(await filesOf(FILES, policy), false, (kept, of) => say({ kept, of }));
  const saved = await mark(FILES, policy, Date.now());
  say(saved ? { saved } : { failed: true });
}

async function drop(policy: string, say: Say): Promise<void> {
  await forget(FILES, policy);
  say({ deleted: true });
}

/** A build that was taken has fetched the kept policies again: they are as old as it. */
async function markAnew(): Promise<void> {
  for (const policy of await savedPolicies(FILES)) await mark(FILES, policy, Date.now());
}

/** The browser asks for a page while the worker still wakes up: going from page to page costs no more than without it. */
async function askEarly(): Promise<void> {
  await worker.registration.navigationPreload?.enable();
}

async function dropOldBuilds(): Promise<void> {
  const olds = (await caches.keys()).filter((name) => name.startsWith(CACHE_PREFIX) && name !== CACHE);
  await Promise.all(olds.map((name) => caches.delete(name)));
}
