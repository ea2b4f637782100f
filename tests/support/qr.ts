import { decodeQR } from 'qr/decode.js';
import sharp from 'sharp';

/**
 * What a QR code says, read from its picture by another library than the one that drew it.
 * @param picture SVG or PNG. @throws where no code can be read
 */
export async function readQr(picture: Buffer): Promise<string> {
  const { data, info } = await sharp(picture)
    .resize(600, 600, { fit: 'contain', background: 'white' })
    .flatten({ background: 'white' })
    .toColourspace('srgb')
    .raw()
    .toBuffer({ resolveWithObject: true });
  return decodeQR({ width: info.width, height: info.height, data: new Uint8Array(data) });
}
