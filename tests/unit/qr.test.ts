import { join } from 'node:path';
import { expect, it } from 'vitest';
import { drawQr } from '../../src/integrations/cards/qr.ts';
import { loadKnowledgeBase } from '../../src/load/index.ts';
import { qrPages } from '../../src/model/qr.ts';
import { readQr } from '../support/qr.ts';

const SITE = 'https://policies.example/atlas';
const pages = qrPages(loadKnowledgeBase(join(import.meta.dirname, '../../content')));

it('every QR code says the absolute address of its page', async () => {
  expect(pages.length).toBeGreaterThan(60);
  const said = await Promise.all(pages.map((url) => readQr(Buffer.from(drawQr(SITE + url)))));
  expect(said).toEqual(pages.map((url) => SITE + url));
});

it('a code reads when a stamp hides a corner of its data', async () => {
  const svg = drawQr(`${SITE}/calculate/`);
  const stamped = svg.replace('</svg>', '<rect x="16" y="16" width="5" height="5" fill="black"/></svg>');
  expect(stamped).not.toBe(svg);
  expect(await readQr(Buffer.from(stamped))).toBe(`${SITE}/calculate/`);
});

it('what is no code is not read as one', async () => {
  await expect(readQr(Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"/>'))).rejects.toThrow();
});
