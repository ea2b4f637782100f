import { createHash } from 'node:crypto';

/** What the service worker's lists need of a file as it is written: of a large site, reading all files again takes seconds. */
export interface FileNote {
  /** of its bytes */
  digest: string;
  /** files below `_astro/` that a page fetches by itself or when it is used; of other files none are asked for */
  named: string[];
}

/**
 * Wherever a page names them: in an element, or in the script that asks for the others (held-scripts.ts). A pattern that begins with
 * what is sought is found ten times as fast.
 */
const NAMED = /\/_astro\/[\w.-]+/g;
const PREFIX = '/_astro/'.length;

export function noteOf(file: string, bytes: Buffer): FileNote {
  const named = file.endsWith('.html')
    ? Array.from(bytes.toString().matchAll(NAMED), ([address]) => address.slice(PREFIX))
    : [];
  return { digest: createHash('sha256').update(bytes).digest('base64'), named: [...new Set(named)] };
}
