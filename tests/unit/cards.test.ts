import { join } from 'node:path';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { cardsOf, type Card } from '../../src/integrations/cards/card.ts';
import { drawPng, drawSvg } from '../../src/integrations/cards/draw.ts';
import { drawIcons } from '../../src/integrations/cards/icons.ts';
import { drawQr } from '../../src/integrations/cards/qr.ts';
import { layoutOf, type Box } from '../../src/integrations/cards/layout.ts';
import { loadKnowledgeBase } from '../../src/load/index.ts';
import { cardPath } from '../../src/model/addresses.ts';

const kb = loadKnowledgeBase(join(import.meta.dirname, '../../content'));
const cards = cardsOf(kb);
const cardOf = (url: string): Card => {
  const card = cards.find(({ path }) => path === cardPath(url));
  if (!card) throw new Error(`no card for ${url}`);
  return card;
};
const wordsOf = (box: Box | string): string =>
  typeof box === 'string'
    ? box
    : typeof box.props.children === 'string'
      ? box.props.children
      : box.props.children.map(wordsOf).join('');

describe('cards', () => {
  it('are there for every topic and every clause, each once', () => {
    const wanted = [
      '/',
      ...kb.topics.map(({ url }) => url),
      ...kb.nodes.filter(({ hasPage }) => hasPage).map(({ url }) => url),
    ];
    expect(cards.map(({ path }) => path).sort()).toEqual(wanted.map(cardPath).sort());
  });

  it('show title and key figure in Chinese', () => {
    const clause = kb.nodes.find(({ id }) => id === 'minhang-2025/rules/6');
    const words = wordsOf(layoutOf(cardOf(clause?.url ?? '')));
    for (const part of [
      '闵行 2025',
      '操作细则（六）',
      '三类医疗器械研发资金支持',
      '20%，最高 100 万元',
      '20%，最高 50 万元',
    ])
      expect(words).toContain(part);
    const topic = wordsOf(layoutOf(cardOf('/compare/device-research/')));
    for (const part of ['医疗器械研发', '闵行区', '50–100 万元', '松江区', '50–200 万元'])
      expect(topic).toContain(part);
  });

  it('say so where a clause has more figures than fit', () => {
    const many = cards.filter(({ kicker }) => /共 \d+ 项/.test(kicker));
    expect(many.length).toBeGreaterThan(0);
    for (const { lines } of many) expect(lines.length).toBe(3);
  });

  it('need no character that the font lacks', async () => {
    const words = cards.map((card) => wordsOf(layoutOf(card))).join('');
    const all: Card = { ...cardOf('/'), title: [...new Set(words)].join('') };
    const lacking: string[] = [];
    await drawSvg(all, (characters) => lacking.push(characters));
    expect(lacking).toEqual([]);
    await drawSvg({ ...all, title: '·' }, (characters) => lacking.push(characters));
    expect(lacking).toEqual(['·']);
  });

  it('are small PNGs of the size that sites ask for, the same each time', async () => {
    const card = cardOf('/compare/device-research/');
    const [first, second] = [await drawPng(card, () => undefined), await drawPng(card, () => undefined)];
    expect(first.equals(second)).toBe(true);
    expect(await sharp(first).metadata()).toMatchObject({ format: 'png', width: 1200, height: 630 });
    expect(first.length).toBeLessThan(60_000);
    // ink of both policies is on it
    const { data } = await sharp(first).removeAlpha().raw().toBuffer({ resolveWithObject: true });
    // few colours: each is near the ink, not the ink itself
    const shows = (ink: string): boolean => {
      const wanted = [1, 3, 5].map((at) => parseInt(ink.slice(at, at + 2), 16));
      for (let at = 0; at < data.length; at += 3)
        if (wanted.every((channel, index) => Math.abs(channel - (data[at + index] ?? 0)) < 8)) return true;
      return false;
    };
    for (const { mark } of kb.policies) expect([mark.light, shows(mark.light)]).toEqual([mark.light, true]);
    expect(shows('#00ff00')).toBe(false);
  });
});

describe('icons', () => {
  it('are drawn in each size, opaque', async () => {
    const icons = await drawIcons(join(import.meta.dirname, '../../public/favicon.svg'));
    for (const { path, png } of icons) {
      const { width, height, hasAlpha } = await sharp(png).metadata();
      expect([path, width, hasAlpha]).toEqual([path, height, false]);
    }
    expect(icons.map(({ path }) => path)).toEqual(['/icon-192.png', '/icon-512.png', '/apple-touch-icon.png']);
  });
});

describe('QR codes', () => {
  it('are pictures that hold different addresses differently', () => {
    const [one, other] = ['https://policy.example/a/', 'https://policy.example/b/'].map(drawQr);
    expect(one).toMatch(/^<svg .*<\/svg>$/s);
    expect(one).not.toBe(other);
  });
});
