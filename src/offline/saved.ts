import { CACHE_PREFIX, markOf, SAVED_CACHE, type Kept, type OfflineFiles } from './files.ts';

/** Everything that stands on the device when a policy is kept. */
export async function filesOf(files: OfflineFiles, policy: string): Promise<string[]> {
  return [...new Set([...files.common, ...(await ownFilesOf(files, policy))])];
}

/** What only a policy's pages need, and the pages; nothing where this build has no such policy. */
export async function ownFilesOf(files: OfflineFiles, policy: string): Promise<string[]> {
  if (files.policies) return files.policies[policy] ?? [];
  const list = `${files.lists}${policy}.json`;
  const cache = await caches.open(CACHE_PREFIX + files.build);
  const known = await cache.match(list);
  if (known) return (await known.json()) as string[];
  const answer = await fetch(list);
  if (answer.status === 404) return [];
  if (!answer.ok) throw new Error(`${list}: ${answer.status}`);
  await cache.put(list, answer.clone());
  return (await answer.json()) as string[];
}

/** The policies that a visitor asked to keep, as far as this build has them. */
export async function savedPolicies(files: OfflineFiles): Promise<string[]> {
  const marks = await (await caches.open(SAVED_CACHE)).keys();
  const ids = marks.map(({ url }) => url.slice(url.lastIndexOf('/') + 1)).filter((id) => id !== '');
  const known = await Promise.all(ids.map(async (id) => (await ownFilesOf(files, id)).length > 0));
  return ids.filter((_, at) => known[at]);
}

/** Writes down that a policy is kept, unless a file of it is missing. @returns what was written */
export async function mark(files: OfflineFiles, policy: string, at: number): Promise<Kept | null> {
  const cache = await caches.open(CACHE_PREFIX + files.build);
  let bytes = 0;
  for (const path of await filesOf(files, policy)) {
    const answer = await cache.match(path);
    if (!answer) return null;
    bytes += (await answer.blob()).size;
  }
  const kept: Kept = { build: files.build, at, bytes };
  const marks = await caches.open(SAVED_CACHE);
  await marks.put(markOf(policy), Response.json(kept));
  return kept;
}

/** Takes a policy off the device, except what another kept policy or the page shown without a network needs. */
export async function forget(files: OfflineFiles, policy: string): Promise<void> {
  await (await caches.open(SAVED_CACHE)).delete(markOf(policy));
  const others = await Promise.all((await savedPolicies(files)).map((id) => filesOf(files, id)));
  const needed = new Set([...files.shell, ...others.flat()]);
  const cache = await caches.open(CACHE_PREFIX + files.build);
  await Promise.all(
    (await filesOf(files, policy)).filter((path) => !needed.has(path)).map((path) => cache.delete(path)),
  );
}
