import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Card } from './card.ts';

const FOLDER = join('node_modules', '.cache', 'cards');

const { dependencies } = JSON.parse(readFileSync('package.json', 'utf8')) as { dependencies: Record<string, string> };

/** What decides how a card looks besides its words: this folder's own drawing, and the pinned libraries that carry it out. */
const LOOKS = [
  ...['./layout.ts', './draw.ts'].map((file) => readFileSync(fileURLToPath(new URL(file, import.meta.url)))),
  ...['satori', 'sharp', '@fontsource/zcool-xiaowei'].map((name) => `${name}@${dependencies[name]}`),
];

/**
 * Draws a card, or takes what an earlier build drew from the same words in the same way.
 * @param draw makes the picture
 */
export async function keptOrDrawn(card: Card, draw: (card: Card) => Promise<Buffer>): Promise<Buffer> {
  const hash = createHash('sha256').update(JSON.stringify(card));
  for (const look of LOOKS) hash.update(look);
  const kept = join(FOLDER, `${hash.digest('hex')}.png`);
  if (existsSync(kept)) return readFileSync(kept);
  const drawn = await draw(card);
  mkdirSync(dirname(kept), { recursive: true });
  writeFileSync(kept, drawn);
  return drawn;
}
