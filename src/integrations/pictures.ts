import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroConfig, AstroIntegration } from 'astro';
import { loadKnowledgeBase } from '../load/index.ts';
import { qrPath, qrPages } from '../model/qr.ts';
import { site } from '../site.ts';
import { cardsOf } from './cards/card.ts';
import { keptOrDrawn } from './cards/cache.ts';
import { drawPng } from './cards/draw.ts';
import { drawIcons } from './cards/icons.ts';
import { drawQr } from './cards/qr.ts';

/** Rasterising runs beside the page's own thread: while one card is squeezed the next is laid out. */
const AT_ONCE = 3;

/**
 * Pictures that stand beside the pages: cards for shared links, icons, QR codes of the printed page.
 * `OG_CARDS=0` leaves the cards out: what they show changes with the content only.
 */
export function pictures(): AstroIntegration {
  let config: AstroConfig | null = null;
  return {
    name: 'pictures',
    hooks: {
      'astro:config:done': (done) => {
        config = done.config;
      },
      'astro:build:done': async ({ dir, logger }) => {
        const write = (path: string, content: Buffer | string): void => {
          const file = join(fileURLToPath(dir), path);
          mkdirSync(dirname(file), { recursive: true });
          writeFileSync(file, content);
        };
        const publicDir = config?.publicDir ?? new URL('../../public/', import.meta.url);
        for (const { path, png } of await drawIcons(fileURLToPath(new URL('favicon.svg', publicDir)))) write(path, png);
        const codes = writeCodes(config, write);
        const began = performance.now();
        const cards = site.cards ? await drawCards(write, (words) => logger.warn(words)) : 0;
        const seconds = ((performance.now() - began) / 1000).toFixed(1);
        logger.info(`${cards} cards in ${seconds} s, ${codes} QR codes`);
      },
    },
  };
}

type Write = (path: string, content: Buffer | string) => void;

async function drawCards(write: Write, warn: (words: string) => void): Promise<number> {
  const cards = cardsOf(loadKnowledgeBase());
  const waiting = [...cards];
  const work = async (): Promise<void> => {
    for (let card = waiting.shift(); card; card = waiting.shift()) {
      const { path } = card;
      const png = await keptOrDrawn(card, (one) =>
        drawPng(one, (lacking) => warn(`${path}: the font lacks ${lacking}`)),
      );
      write(path, png);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  return cards.length;
}

/** A code holds a whole address: only where the site knows its own. */
function writeCodes(config: AstroConfig | null, write: Write): number {
  if (!config?.site) return 0;
  const pages = qrPages(loadKnowledgeBase());
  const base = config.base.replace(/\/$/, '');
  for (const url of pages) write(qrPath(url), drawQr(new URL(base + url, config.site).href));
  return pages.length;
}
