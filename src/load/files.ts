import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';

/** All text files of content/ by their path below it, with `/`. Everything after this is pure. */
export type ContentFiles = ReadonlyMap<string, string>;

/**
 * @param root the content folder; what is hidden, or stands in a hidden folder, is no content
 * @returns the texts with lines that end in `\n`, whatever the system or the editor made of them
 */
export function readContentFiles(root: string): ContentFiles {
  const files = new Map<string, string>();
  for (const entry of readdirSync(root, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name);
    const names = relative(root, path).split(sep);
    if (!entry.isFile() || names.some((name) => name.startsWith('.'))) continue;
    files.set(names.join('/'), readFileSync(path, 'utf8').replaceAll('\r\n', '\n'));
  }
  return new Map([...files].sort(([a], [b]) => (a < b ? -1 : 1)));
}
