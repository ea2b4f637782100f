/** What the build tells the service worker of itself; all addresses begin with the site's base. */
export interface OfflineFiles {
  /** changes with any byte of the site */
  build: string;
  /** shown for a page that was never kept, with what it needs */
  shell: string[];
  /** search, calculators, and the pages that belong to every policy */
  common: string[];
  /** pages of each policy with what only they fetch: where a site has many, in files of their own */
  policies: Record<string, string[]> | null;
  /** folder of those files, `<policy>.json`; named by the build, so that they fit it */
  lists: string;
}

/** Caches of pages and files by build: `site-<build>`. */
export const CACHE_PREFIX = 'site-';
/** Remembers which policies a visitor asked to keep, over all builds. */
export const SAVED_CACHE = 'saved-policies';

/** What the worker writes down of a policy that it keeps. */
export interface Kept {
  /** the build whose files these are */
  build: string;
  /** milliseconds since 1970: when they were fetched */
  at: number;
  /** of all its files, as they stand on the device */
  bytes: number;
}

/** What a page may tell the worker. (Workbox itself hears CACHE_URLS.) */
export type Message = { type: 'SKIP_WAITING' } | { type: 'SAVE' | 'DELETE'; policy: string };

/** What the worker answers: to SAVE how far it is and what it kept, to DELETE that nothing is kept any more. */
export type Progress = { kept: number; of: number } | { saved: Kept } | { deleted: true } | { failed: true };

/** Where SAVED_CACHE keeps a policy's mark: never fetched. */
export function markOf(policy: string): string {
  return `/saved/${policy}`;
}
