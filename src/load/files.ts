import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';

/** All text files of content/ by their path below it, with `/`. Everything after this is pure. */
export type ContentFiles = ReadonlyMap<string, string>;

/** @param root the content folder */
export function readContentFiles(root: string): ContentFiles {
  const files = new Map<string, string>();
  for (const entry of readdirSync(root, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile() || entry.name.startsWith('.')) continue;
    const path = join(entry.parentPath, entry.name);
    files.set(relative(root, path).split(sep).join('/'), readFileSync(path, 'utf8'));
  }
  return new Map([...files].sort(([a], [b]) => (a < b ? -1 : 1)));
}
