import type { KnowledgeBase } from './knowledge-base.ts';
import { allTexts, permalinkOf } from './versions.ts';

/** Pages whose printed sheet carries a QR code of their address: each clause, and the calculation. */
export function qrPages(knowledgeBase: KnowledgeBase): string[] {
  // what is printed is one version: its code leads to the address that always shows it
  const texts = allTexts(knowledgeBase).filter(({ hasPage }) => hasPage);
  return [...texts.map(permalinkOf), '/calculate/'];
}

/** The picture's address: "/qr/minhang-2025/rules/6.svg". */
export function qrPath(url: string): string {
  return `/qr${url.slice(0, -1)}.svg`;
}
