import { asciiDigits } from '../domain/figures.ts';
import { piecesOf } from '../model/blocks.ts';
import { citeSpan, type Citation } from './cite.ts';
import type { ImportedPart } from './parts.ts';

/** Where a pattern was found: the node, the words to quote, and what its groups say. */
export interface Found {
  /** `<policy>/<part>/<node>` */
  clause: string;
  quote: Citation;
  groups: Record<string, string>;
  /** the whole match, digits half-width, without whitespace */
  words: string;
}

/**
 * Every place where a pattern stands in the texts, in order. Patterns are written for text without whitespace and with
 * half-width digits; what is quoted is the text itself.
 */
export function findAll(policy: string, parts: readonly ImportedPart[], pattern: RegExp): Found[] {
  const form = new RegExp(pattern.source, 'g');
  return parts.flatMap(({ id, nodes }) =>
    nodes.flatMap(({ node, blocks }) =>
      piecesOf(blocks).flatMap(({ piece }, index) => {
        const { bare, places } = withPlaces(piece.text);
        return [...bare.matchAll(form)].map((match): Found => {
          const start = places[match.index] ?? 0;
          const end = (places[match.index + match[0].length - 1] ?? 0) + 1;
          return {
            clause: `${policy}/${id}/${node}`,
            quote: citeSpan(blocks, { index, start, end }),
            groups: Object.fromEntries(Object.entries(match.groups ?? {}).filter(([, value]) => value !== undefined)),
            words: match[0],
          };
        });
      }),
    ),
  );
}

function withPlaces(text: string): { bare: string; places: number[] } {
  const places = [...text.matchAll(/\S/g)].map(({ index }) => index);
  return { bare: asciiDigits(places.map((at) => text[at]).join('')), places };
}
