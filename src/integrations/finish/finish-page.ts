import { mkdirSync } from 'node:fs';
import { dirname, extname, join } from 'node:path';
import { withPolicy } from '../security-policy.ts';
import { compress, effortOf } from './compression.ts';
import { noteOf, type FileNote } from './file-note.ts';
import type { Site } from './finish-files.ts';
import { holdScripts } from './held-scripts.ts';
import { islandFiles } from './island-files.ts';

/** What is inline is hashed after all else has been done to the page. */
export function finishPage(bytes: Buffer, file: string, site: Site): Buffer {
  const html = bytes.toString();
  const finished = withPolicy(holdScripts(islandFiles(html, site, file), site), file);
  return finished === html ? bytes : Buffer.from(finished);
}

/** What is drawn and finished at once; the rest is finished at the end. */
const TEXT = /\.(?:html|css|js|json|svg|xml|txt|csv|webmanifest)$/;

/**
 * Finishes what has been drawn and not yet written, and writes it compressed beside its place.
 * @returns the bytes that are to be written there, and what is to be known of them; null where it is not for this to finish
 */
export function finishDrawn(bytes: Buffer, file: string, site: Site): { bytes: Buffer; note: FileNote } | null {
  if (!TEXT.test(file)) return null;
  const path = join(site.root, file);
  const finished = file.endsWith('.html') ? finishPage(bytes, file, site) : bytes;
  mkdirSync(dirname(path), { recursive: true });
  compress(path, finished, effortOf(extname(file), Infinity));
  return { bytes: finished, note: noteOf(file, finished) };
}
