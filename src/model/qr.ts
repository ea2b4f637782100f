import type { KnowledgeBase } from './knowledge-base.ts';

/** Pages whose printed sheet carries a QR code of their address: each clause, and the calculation. */
export function qrPages({ nodes }: KnowledgeBase): string[] {
  return [...nodes.filter(({ hasPage }) => hasPage).map(({ url }) => url), '/calculate/'];
}

/** The picture's address: "/qr/minhang-2025/rules/6.svg". */
export function qrPath(url: string): string {
  return `/qr${url.slice(0, -1)}.svg`;
}
