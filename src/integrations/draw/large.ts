import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { contentRoot } from '../../load/index.ts';

/** Clauses of a site that one processor draws before the second thread has read what it would need to help: some ten policies. */
const MANY = 500;

let known: boolean | null = null;

/** Whether the site is worth a second thread that draws. Asked before anything is read, so by its files. */
export function isLarge(): boolean {
  known ??=
    readdirSync(join(contentRoot(), 'policies'), { recursive: true, encoding: 'utf8' }).filter((name) =>
      name.endsWith('.mdx'),
    ).length > MANY;
  return known;
}
