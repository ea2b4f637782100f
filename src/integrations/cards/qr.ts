import { renderSVG } from 'uqr';

/** An address as a QR code that still reads when a fold or a stamp hides a seventh of it. */
export function drawQr(address: string): string {
  return renderSVG(address, { ecc: 'M', border: 2 });
}
