import { readFileSync } from 'node:fs';
import sharp from 'sharp';
import { ICONS } from '../../model/icons.ts';

const PAPER = '#fbfaf6';

/** The icon as PNG in every size that a device asks for, on paper and with the margin that round masks need. */
export async function drawIcons(svg: string): Promise<{ path: string; png: Buffer }[]> {
  const source = readFileSync(svg);
  return Promise.all(
    ICONS.map(async ({ path, size }) => {
      const margin = Math.round(size * 0.16);
      const inner = size - 2 * margin;
      const png = await sharp(source, { density: (72 * inner) / 16 })
        .resize(inner, inner)
        .extend({ top: margin, bottom: margin, left: margin, right: margin, background: PAPER })
        .flatten({ background: PAPER })
        .png({ palette: true })
        .toBuffer();
      return { path, png };
    }),
  );
}
