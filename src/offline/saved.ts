import { CACHE_PREFIX, markOf, SAVED_CACHE, type Kept, type OfflineFiles } from './files.ts';

/** Everything that stands on the device when a policy is kept. */
export function filesOf(files: OfflineFiles, policy: string): string[] {
  return [...new Set([...files.common, ...(files.policies[policy] ?? [])])];
}

/** The policies that a visitor asked to keep. */
export async function savedPolicies(files: OfflineFiles): Promise<string[]> {
  const marks = await (await caches.open(SAVED_CACHE)).keys();
  return Object.keys(files.policies).filter((id) => marks.some(({ url }) => url.endsWith(markOf(id))));
}

/** Writes down that a policy is kept, unless a file of it is missing. @returns what was written */
export async function mark(files: OfflineFiles, policy: string, at: number): Promise<Kept | null> {
  const cache = await caches.open(CACHE_PREFIX + files.build);
  let bytes = 0;
  for (const path of filesOf(files, policy)) {
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
  const needed = new Set([...files.shell, ...(await savedPolicies(files)).flatMap((id) => filesOf(files, id))]);
  const cache = await caches.open(CACHE_PREFIX + files.build);
  await Promise.all(
    filesOf(files, policy)
      .filter((path) => !needed.has(path))
      .map((path) => cache.delete(path)),
  );
}
