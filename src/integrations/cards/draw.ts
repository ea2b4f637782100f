import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import satori, { type Font } from 'satori';
import sharp from 'sharp';
import type { Card } from './card.ts';
import { HEIGHT, layoutOf, WIDTH } from './layout.ts';

/** ZCOOL XiaoWei (SIL Open Font License), whole: letters and figures, then Chinese. */
const FONT_FILES = ['latin', 'chinese-simplified'].map((name) => ({
  name,
  file: fileURLToPath(import.meta.resolve(`@fontsource/zcool-xiaowei/files/zcool-xiaowei-${name}-400-normal.woff`)),
}));

let loaded: Font[] | null = null;

function fonts(): Font[] {
  loaded ??= FONT_FILES.map(({ name, file }) => ({ name, data: readFileSync(file), weight: 400, style: 'normal' }));
  return loaded;
}

/**
 * A card as SVG: letters become outlines, so that no machine's own fonts show in it.
 * @param lacking told the characters that the font does not have
 */
export async function drawSvg(card: Card, lacking: (characters: string) => void): Promise<string> {
  // satori's types ask for React's nodes; it reads plain objects of this form
  const tree = layoutOf(card) as unknown as Parameters<typeof satori>[0];
  return satori(tree, {
    width: WIDTH,
    height: HEIGHT,
    fonts: fonts(),
    loadAdditionalAsset: async (_, characters) => {
      lacking(characters);
      return [];
    },
  });
}

/** A card as PNG of few colours: about 30 kB. More effort halves the speed and gains a twentieth. */
export async function drawPng(card: Card, lacking: (characters: string) => void): Promise<Buffer> {
  const svg = await drawSvg(card, lacking);
  return sharp(Buffer.from(svg)).png({ palette: true, colours: 32, effort: 1, dither: 0 }).toBuffer();
}
